import { changeStatus, findIdentification, type LeasedJob, scheduleJob } from '@reident/store';
import type { Platform } from '../platform.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CAN_EXPIRE: ReadonlySet<string> = new Set(['pending', 'aborted', 'canceled']);
const UNDER_REVIEW: ReadonlySet<string> = new Set(['REVIEW_PENDING', 'CHECK_PENDING']);

/** Ends an identification whose link has run out. What a person is still to decide is looked at again a day later. */
export async function expireIdentification(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const identification = await findIdentification(tx, job.key, { lock: true });
    if (!CAN_EXPIRE.has(identification.status) || identification.expiresAt === null) return;
    if (identification.expiresAt > tx.now) {
      await scheduleJob(tx, { kind: 'expire', key: identification.id, dueAt: identification.expiresAt });
    } else if (identification.result !== null && UNDER_REVIEW.has(identification.result)) {
      await scheduleJob(tx, { kind: 'expire', key: identification.id, dueAt: new Date(tx.now.getTime() + DAY_MS) });
    } else {
      await changeStatus(tx, identification, 'expired', { actor: { kind: 'system', id: null }, completedAt: tx.now });
    }
  });
}
