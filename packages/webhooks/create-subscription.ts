import { type Actor, type Database, insertSubscription, type Subscription } from '@reident/store';
import type { Egress } from './guarded-fetch.ts';
import { newSecret } from './signature.ts';
import { countVerification, rejectDuplicateSubscription, verifyReceiver } from './verify-receiver.ts';

export interface NewSubscription {
  eventType: string;
  url: string;
}

/**
 * Subscribes a receiver to one event type, if it answers the verification request with any 2xx.
 *
 * The secret is in this answer and nowhere else again [WH-3].
 *
 * @throws PlatformError `unsafe_webhook_url` when the URL is not https, `invalid_webhook_url` in one text for whatever
 *   else is wrong with the receiver (a partner must not learn what our network looks like), `invalid_model` when the
 *   same receiver has the same subscription already, `too_many_requests`
 */
export async function createSubscription(
  { database, egress }: { database: Database; egress: Egress },
  tenantId: string,
  { eventType, url }: NewSubscription,
  actor: Actor,
): Promise<{ subscription: Subscription; secret: string }> {
  const sandbox = await database.inTenant(tenantId, async (tx) => {
    await rejectDuplicateSubscription(tx, { eventType, url });
    await countVerification(tx, actor);
    return tx.tenant.kind === 'sandbox';
  });
  await verifyReceiver(egress, url, sandbox);
  const secret = newSecret();
  const subscription = await database.inTenant(tenantId, async (tx) => {
    await rejectDuplicateSubscription(tx, { eventType, url });
    return insertSubscription(tx, { eventType, url, secret }, actor);
  });
  return { subscription, secret };
}
