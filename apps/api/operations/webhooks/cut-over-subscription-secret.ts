import { cutOver } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId } from '../../resources/subscription.ts';
import { SubscriptionHealthResource, toSubscriptionHealth } from '../../resources/subscription-health.ts';

/** Ends the old secret now. Without a replacement under way nothing changes. */
export const cutOverSubscriptionSecret = defineOperation({
  method: 'POST',
  path: '/reident/v1/webhooks/{id}/cut_over',
  tag: 'Reident',
  summary: 'Use only the next secret of a subscription',
  params: { id: SubscriptionId },
  answer: SubscriptionHealthResource,
  errors: [],

  async handle({ params }, { tx, caller }) {
    return toSubscriptionHealth(await cutOver(tx, params.id, caller.actor));
  },
});
