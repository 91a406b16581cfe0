import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import { setChaos } from '@reident/store';
import { CHAOS, MAX_LATE_SECONDS } from '@reident/webhooks';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId } from '../../resources/subscription.ts';
import { FaultName, SubscriptionHealthResource, toSubscriptionHealth } from '../../resources/subscription-health.ts';

const ChaosInput = requestComponent(
  'ChaosInput',
  z.object({
    fault: FaultName.describe(
      Object.entries(CHAOS)
        .map(([fault, { seen }]) => `\`${fault}\`: ${seen}.`)
        .join(' '),
    ),
    seconds: z.int().min(1).max(MAX_LATE_SECONDS).optional().describe('For `late`, and only for it'),
  }),
);

const SANDBOX = {
  path: '/sandbox/webhooks/{id}/chaos',
  tag: 'Sandbox',
  params: { id: SubscriptionId },
  sandboxOnly: true,
} as const;

/** Lets a receiver be met by a fault until another is set or it is ended. */
export const playChaos = defineOperation({
  ...SANDBOX,
  method: 'PUT',
  summary: 'Play a fault with a subscription',
  body: ChaosInput,
  answer: SubscriptionHealthResource,
  errors: [],
  example: { request: { fault: 'late', seconds: 60 } },

  async handle({ params, body }, { tx, caller }) {
    const seconds = body.seconds ?? null;
    if ((CHAOS[body.fault].takes === 'seconds') !== (seconds !== null)) {
      const message = 'must be given for late, and only for it';
      throw new PlatformError('validation_error', `seconds ${message}`, { field: 'seconds', message });
    }
    return toSubscriptionHealth(await setChaos(tx, params.id, { fault: body.fault, seconds }, caller.actor));
  },
});

export const endChaos = defineOperation({
  ...SANDBOX,
  method: 'DELETE',
  summary: 'End the fault of a subscription',
  status: 204,
  answer: 'nothing',
  errors: [],

  async handle({ params }, { tx, caller }) {
    await setChaos(tx, params.id, null, caller.actor);
    return new Answer(undefined);
  },
});
