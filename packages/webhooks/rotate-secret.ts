import { type Actor, rotateSecret as giveSecret, type TenantTx } from '@reident/store';
import { newSecret } from './signature.ts';

/** So long the old secret is good beside the new one, unless the partner cuts over earlier [WH-4]. */
export const OVERLAP_HOURS = 24;

/** Gives a subscription a new secret, which is in this answer and nowhere else again [WH-3]. @throws PlatformError `model_not_found` */
export async function rotateSecret(
  tx: TenantTx,
  id: string,
  actor: Actor,
): Promise<{ id: string; secret: string; until: Date }> {
  const secret = newSecret();
  const until = new Date(tx.now.getTime() + OVERLAP_HOURS * 3_600_000);
  await giveSecret(tx, id, { secret, until }, actor);
  return { id, secret, until };
}
