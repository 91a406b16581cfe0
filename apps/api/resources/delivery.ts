import type { Delivery, DeliveryAttempt } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredTime, idOf } from '../contract/schemas.ts';
import { EventType, SubscriptionId } from './subscription.ts';

export const DeliveryId = idOf('delivery');
export const NotificationId = idOf('notification');

/** States of a delivery. */
export const DeliveryState = z.enum(['pending', 'delivered', 'rejected', 'exhausted', 'canceled']);

const CORE = {
  id: DeliveryId,
  notification_id: NotificationId.describe('Sent as Solaris-Webhook-Id and webhook-id'),
  subscription_id: SubscriptionId,
  event_type: EventType,
  entity_id: z.string(),
  state: DeliveryState,
  attempts: z.int().min(0),
  due_at: AnsweredTime.nullable().describe('When the next attempt is due, while it is pending'),
  created_at: AnsweredTime,
  finished_at: AnsweredTime.nullable(),
};

export const DeliveryResource = answerComponent('Delivery', z.object(CORE));

const AttemptResource = answerComponent(
  'DeliveryAttempt',
  z.object({
    attempt: z.int().min(1),
    outcome: z.enum(['delivered', 'retry', 'rejected', 'exhausted', 'canceled']),
    response_status: z.int().min(100).max(599).nullable(),
    error: z.string().nullable().describe('Why there was no answer'),
    duration_ms: z.int().min(0),
    at: AnsweredTime,
  }),
);

export const DeliveryDetailsResource = answerComponent(
  'DeliveryDetails',
  z.object({
    ...CORE,
    url: z.string(),
    body: z.string().nullable().describe('The exact text that is sent and signed; null when the person was erased'),
    log: z.array(AttemptResource),
  }),
);

export function toDeliveryResource(delivery: Delivery): z.output<typeof DeliveryResource> {
  return {
    id: delivery.id,
    notification_id: delivery.notificationId,
    subscription_id: delivery.subscriptionId,
    event_type: EventType.parse(delivery.eventType),
    entity_id: delivery.entityId,
    state: delivery.state,
    attempts: delivery.attempts,
    due_at: delivery.state === 'pending' ? delivery.dueAt.toISOString() : null,
    created_at: delivery.createdAt.toISOString(),
    finished_at: delivery.finishedAt?.toISOString() ?? null,
  };
}

export function toAttemptResource(attempt: DeliveryAttempt): z.output<typeof AttemptResource> {
  return {
    attempt: attempt.attempt,
    outcome: attempt.outcome,
    response_status: attempt.responseStatus,
    error: attempt.error,
    duration_ms: attempt.durationMs,
    at: attempt.at.toISOString(),
  };
}
