import type { LeasedDelivery } from '@reident/store';
import { solarisSignature, standardHeaders } from './signature.ts';
import { USER_AGENT } from './user-agent.ts';

/**
 * The headers of one attempt: those of the partner API as published, and those of Standard Webhooks beside them.
 * While the secret is being replaced, only the latter carry a signature of each [WH-4].
 *
 * @param at  wall clock, also for a sandbox tenant whose clock was moved: receivers compare it with their own
 */
export function deliveryHeaders(delivery: LeasedDelivery, body: Uint8Array, at: Date): Record<string, string> {
  const { notification, subscription, attempt } = delivery;
  const { secret, nextSecret } = subscription;
  const secrets = nextSecret === null ? [secret] : [secret, nextSecret];
  return {
    'Content-Type': 'application/json',
    'User-Agent': USER_AGENT,
    'Solaris-Webhook-Id': notification.id,
    'Solaris-Webhook-Subscription-Id': subscription.id,
    'Solaris-Webhook-Event-Type': notification.eventType,
    'Solaris-Entity-Id': notification.entityId,
    'Solaris-Webhook-Attempt': String(attempt),
    'Solaris-Webhook-Callout-Timestamp': at.toISOString(),
    'Solaris-Webhook-Signature': solarisSignature(secret, body),
    ...standardHeaders(secrets, notification.id, at, body),
  };
}
