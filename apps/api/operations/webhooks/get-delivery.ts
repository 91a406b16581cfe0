import { findDelivery, listAttempts } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import {
  DeliveryDetailsResource,
  DeliveryId,
  toAttemptResource,
  toDeliveryResource,
} from '../../resources/delivery.ts';

export const getDelivery = defineOperation({
  method: 'GET',
  path: '/reident/v1/deliveries/{id}',
  tag: 'Reident',
  summary: 'Retrieve a delivery with every attempt',
  params: { id: DeliveryId },
  answer: DeliveryDetailsResource,
  errors: [],

  async handle({ params }, { tx }) {
    const delivery = await findDelivery(tx, params.id);
    const log = await listAttempts(tx, delivery.id);
    const { url, body } = delivery;
    return {
      ...toDeliveryResource(delivery),
      url,
      body: body?.toString('utf8') ?? null,
      log: log.map(toAttemptResource),
    };
  },
});
