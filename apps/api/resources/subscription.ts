import { EVENT_TYPE_CODES } from '@reident/domain';
import type { Subscription } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { idOf } from '../contract/schemas.ts';

export const SubscriptionId = idOf('subscription');
export const EventType = z.enum(EVENT_TYPE_CODES);

const CORE = { id: SubscriptionId, event_type: EventType, url: z.string() };

export const SubscriptionResource = answerComponent('Webhook', z.object(CORE));

/** Only the answer to the creation shows the secret [WH-3]. */
export const NewSubscriptionResource = answerComponent(
  'NewWebhook',
  z.object({ ...CORE, secret: z.string().describe('Shown once. Key of the signature of every notification.') }),
);

export function toSubscriptionResource({ id, eventType, url }: Subscription): z.output<typeof SubscriptionResource> {
  return { id, event_type: EventType.parse(eventType), url };
}
