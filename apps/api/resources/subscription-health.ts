import type { Subscription } from '@reident/store';
import { CHAOS, type Fault } from '@reident/webhooks';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredTime } from '../contract/schemas.ts';
import { EventType, SubscriptionId } from './subscription.ts';

const AnsweredTimeOrNull = AnsweredTime.nullable();
const State = z.enum(['active', 'failing', 'disabled']);
const DisabledReason = z.enum(['gone', 'failing']);

/** The faults that a sandbox can play. */
export const FaultName = z.enum(Object.keys(CHAOS) as [Fault, ...Fault[]]);

export const SubscriptionHealthResource = answerComponent(
  'WebhookHealth',
  z.object({
    id: SubscriptionId,
    event_type: EventType,
    url: z.string(),
    state: State.describe('`failing`: active, but the last attempt did not succeed'),
    created_at: AnsweredTime,
    failing_since: AnsweredTimeOrNull.describe(
      'Since when there were nothing but failures; five days of them disable it',
    ),
    last_success_at: AnsweredTimeOrNull.describe('Exact to a minute'),
    disabled_at: AnsweredTimeOrNull,
    disabled_reason: DisabledReason.nullable().describe('`gone`: answered 410; `failing`: only failed for five days'),
    old_secret_ends_at: AnsweredTimeOrNull.describe('While the secret is being replaced, both are good until then'),
    chaos: z
      .object({ fault: FaultName, seconds: z.int().min(1).nullable() })
      .nullable()
      .describe('The fault that the sandbox plays with this subscription'),
  }),
);

export function toSubscriptionHealth(subscription: Subscription): z.output<typeof SubscriptionHealthResource> {
  const { chaos, disabledReason } = subscription;
  return {
    id: subscription.id,
    event_type: EventType.parse(subscription.eventType),
    url: subscription.url,
    state: stateOf(subscription),
    created_at: subscription.createdAt.toISOString(),
    failing_since: subscription.failingSince?.toISOString() ?? null,
    last_success_at: subscription.lastSuccessAt?.toISOString() ?? null,
    disabled_at: subscription.disabledAt?.toISOString() ?? null,
    disabled_reason: disabledReason === null ? null : DisabledReason.parse(disabledReason),
    old_secret_ends_at: subscription.overlapUntil?.toISOString() ?? null,
    chaos: chaos && { fault: FaultName.parse(chaos.fault), seconds: chaos.seconds },
  };
}

function stateOf({ disabledAt, failingSince }: Subscription): z.output<typeof State> {
  if (disabledAt !== null) return 'disabled';
  return failingSince === null ? 'active' : 'failing';
}
