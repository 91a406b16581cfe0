import { createSubscription as subscribe } from '@reident/webhooks';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { text } from '../../contract/schemas.ts';
import { EventType, NewSubscriptionResource, toSubscriptionResource } from '../../resources/subscription.ts';

const SubscriptionInput = requestComponent(
  'WebhookInput',
  z.object({
    event_type: EventType,
    url: text(2000).describe(
      'https; in the sandbox of a loopback address also http://127.0.0.1:* and http://localhost:*',
    ),
  }),
);

/** Subscribes a receiver to one event type, once it has answered an empty verification request with success. */
export const createSubscription = defineOperation({
  method: 'POST',
  path: '/v1/webhooks',
  tag: 'Webhooks',
  summary: 'Create a subscription',
  description:
    'First an empty POST with the header `Solaris-Webhook-Event-Type: WEBHOOK-SUBSCRIPTION` goes to `url`; any 2xx is success. ' +
    'A subscription cannot be changed: delete it and create another.',
  body: SubscriptionInput,
  status: 201,
  answer: NewSubscriptionResource,
  errors: ['unsafe_webhook_url', 'invalid_webhook_url'],
  example: { request: { event_type: 'IDENTIFICATION', url: 'https://partner.example/webhooks' } },

  async handleUnlocked({ body }, { platform, caller }) {
    const order = { eventType: body.event_type, url: body.url };
    const { subscription, secret } = await subscribe(platform, caller.tenantId, order, caller.actor);
    return { ...toSubscriptionResource(subscription), secret };
  },
});
