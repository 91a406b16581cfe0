import { PlatformError } from '@reident/domain';
import { type Actor, countAudit, recordAudit, sql, type TenantTx } from '@reident/store';

/** Codes that go to the phone of one person in an hour [API reference, limits: messages to one recipient]. */
export const CODES_PER_HOUR = 60;

const HOUR_MS = 60 * 60_000;
const ACTION = 'code.sent';

/**
 * Counts a code that is about to be sent. Without a limit, somebody could have codes sent and guess until one fits, and every
 * message costs money and nerves. The audit log counts, so the limit holds for any number of processes.
 *
 * @throws PlatformError `too_many_requests`
 */
export async function countCode(tx: TenantTx, personId: string, actor: Actor): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`codes ${personId}`}))`);
  const sent = await countAudit(tx, { entity: personId, action: ACTION, since: new Date(tx.now.getTime() - HOUR_MS) });
  if (sent >= CODES_PER_HOUR) {
    const detail = `More than ${CODES_PER_HOUR} codes for one person in an hour`;
    throw new PlatformError('too_many_requests', detail, { retryAfterSeconds: HOUR_MS / 1000 });
  }
  await recordAudit(tx, { actor, action: ACTION, entity: personId });
}
