import { PlatformError } from '@reident/domain';
import { findDelivery, recordAudit, replayDelivery as replay } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { DeliveryId, DeliveryResource, toDeliveryResource } from '../../resources/delivery.ts';

/** Sends a finished delivery once more, under its old notification id. One that is still to be sent is left alone. */
export const replayDelivery = defineOperation({
  method: 'POST',
  path: '/reident/v1/deliveries/{id}/replay',
  tag: 'Reident',
  summary: 'Send a delivery again',
  params: { id: DeliveryId },
  status: 202,
  answer: DeliveryResource,
  errors: ['unprocessable_entity'],

  async handle({ params }, { tx, caller }) {
    const delivery = await findDelivery(tx, params.id);
    if (delivery.state !== 'pending') {
      if (delivery.subscriptionEnded)
        throw new PlatformError('unprocessable_entity', 'The subscription has ended, so nothing is sent to it');
      await replay(tx, delivery.id);
      await recordAudit(tx, { actor: caller.actor, action: 'delivery.replayed', entity: delivery.id });
    }
    return toDeliveryResource(await findDelivery(tx, delivery.id));
  },
});
