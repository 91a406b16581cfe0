import { PlatformError } from '@reident/domain';
import { replayRange } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { Timestamp } from '../../contract/schemas.ts';
import { DeliveryState } from '../../resources/delivery.ts';
import { SubscriptionId } from '../../resources/subscription.ts';

const Replay = requestComponent(
  'ReplayRange',
  z.object({
    from: Timestamp.describe('Deliveries created at this time or later'),
    to: Timestamp.describe('Deliveries created before this time'),
    state: DeliveryState.exclude(['pending']).optional().describe('Default: rejected and exhausted'),
    subscription_id: SubscriptionId.optional(),
  }),
);

const Replayed = answerComponent(
  'Replayed',
  z.object({ deliveries: z.int().min(0).describe('How many are sent again') }),
);

/** Sends what did not arrive in a time once more, for instance after an outage of the receiver. */
export const replayDeliveries = defineOperation({
  method: 'POST',
  path: '/reident/v1/deliveries/replay',
  tag: 'Reident',
  summary: 'Send the deliveries of a time again',
  body: Replay,
  status: 202,
  answer: Replayed,
  errors: [],
  example: { request: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' } },

  async handle({ body }, { tx, caller }) {
    const range = {
      from: new Date(body.from),
      to: new Date(body.to),
      states: body.state ? [body.state] : (['rejected', 'exhausted'] as const),
      subscriptionId: body.subscription_id,
    };
    if (range.from >= range.to) {
      const message = 'must be before to';
      throw new PlatformError('validation_error', `from ${message}`, { field: 'from', message });
    }
    return { deliveries: await replayRange(tx, range, caller.actor) };
  },
});
