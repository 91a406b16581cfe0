import { findSubscription } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId, SubscriptionResource, toSubscriptionResource } from '../../resources/subscription.ts';

export const getSubscription = defineOperation({
  method: 'GET',
  path: '/v1/webhooks/{id}',
  tag: 'Webhooks',
  summary: 'Retrieve a subscription',
  params: { id: SubscriptionId },
  answer: SubscriptionResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toSubscriptionResource(await findSubscription(tx, params.id, { atWork: true }));
  },
});
