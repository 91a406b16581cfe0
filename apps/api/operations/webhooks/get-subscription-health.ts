import { findSubscription } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId } from '../../resources/subscription.ts';
import { SubscriptionHealthResource, toSubscriptionHealth } from '../../resources/subscription-health.ts';

export const getSubscriptionHealth = defineOperation({
  method: 'GET',
  path: '/reident/v1/webhooks/{id}',
  tag: 'Reident',
  summary: 'See how a subscription fares',
  params: { id: SubscriptionId },
  answer: SubscriptionHealthResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toSubscriptionHealth(await findSubscription(tx, params.id));
  },
});
