import { Answer } from '@reident/http';
import { deleteSubscription as remove } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { SubscriptionId } from '../../resources/subscription.ts';

/** Ends a subscription. What had not been delivered to it is not delivered any more. */
export const deleteSubscription = defineOperation({
  method: 'DELETE',
  path: '/v1/webhooks/{id}',
  tag: 'Webhooks',
  summary: 'Delete a subscription',
  params: { id: SubscriptionId },
  status: 204,
  answer: 'nothing',
  errors: [],

  async handle({ params }, { tx, caller }) {
    await remove(tx, params.id, caller.actor);
    return new Answer(undefined);
  },
});
