import {
  type Actor,
  type Database,
  enableSubscription as enable,
  findSubscription,
  type Subscription,
} from '@reident/store';
import type { Egress } from './guarded-fetch.ts';
import { countVerification, rejectDuplicateSubscription, verifyReceiver } from './verify-receiver.ts';

/**
 * Starts a subscription again that was disabled, if its receiver answers the verification request as at creation.
 * One that is at work stays as it is [WH-8].
 *
 * @throws PlatformError `model_not_found`, `unsafe_webhook_url`, `invalid_webhook_url`, `too_many_requests`, and
 *   `invalid_model` when the same receiver has another subscription to the event type by now
 */
export async function enableSubscription(
  { database, egress }: { database: Database; egress: Egress },
  tenantId: string,
  id: string,
  actor: Actor,
): Promise<Subscription> {
  const { subscription, sandbox } = await database.inTenant(tenantId, async (tx) => {
    const subscription = await findSubscription(tx, id);
    if (subscription.disabledAt !== null) {
      await rejectDuplicateSubscription(tx, subscription);
      await countVerification(tx, actor);
    }
    return { subscription, sandbox: tx.tenant.kind === 'sandbox' };
  });
  if (subscription.disabledAt === null) return subscription;
  await verifyReceiver(egress, subscription.url, sandbox);
  return database.inTenant(tenantId, async (tx) => {
    await rejectDuplicateSubscription(tx, subscription);
    return enable(tx, id, actor);
  });
}
