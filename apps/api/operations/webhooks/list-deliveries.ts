import { listDeliveries as find } from '@reident/store';
import { z } from 'zod';
import { defineOperation } from '../../contract/define-operation.ts';
import { PAGING, PageAnswer, pageOf } from '../../contract/paging.ts';
import { DeliveryResource, DeliveryState, NotificationId, toDeliveryResource } from '../../resources/delivery.ts';
import { SubscriptionId } from '../../resources/subscription.ts';

/** What was sent to the partner's receivers, and what still is to be; newest first. */
export const listDeliveries = defineOperation({
  method: 'GET',
  path: '/reident/v1/deliveries',
  tag: 'Reident',
  summary: 'List deliveries of webhooks',
  query: {
    ...PAGING,
    state: DeliveryState.optional().describe('`exhausted` are the dead letters'),
    subscription_id: SubscriptionId.optional(),
    notification_id: NotificationId.optional(),
  },
  paged: true,
  answer: z.array(DeliveryResource),
  errors: [],

  async handle({ query }, { tx }) {
    const page = pageOf(query);
    const { rows, total } = await find(tx, {
      page,
      states: query.state && [query.state],
      subscriptionId: query.subscription_id,
      notificationId: query.notification_id,
    });
    return new PageAnswer(rows.map(toDeliveryResource), { asked: page, total });
  },
});
