import { findRetention, type LeasedJob, scheduleJob } from '@reident/store';
import type { Platform } from '../platform.ts';
import { eraseBlobs, eraseNow } from '../retention/erasure.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Erases a person whose time has come. Under a legal hold it is looked at again a day later. */
export async function eraseWhenDue(job: LeasedJob, { database }: Platform): Promise<void> {
  await database.inTenant(job.tenantId, async (tx) => {
    const { eraseAt, heldSince } = await findRetention(tx, job.key);
    if (eraseAt === null) return;
    if (heldSince === null && eraseAt <= tx.now) {
      await eraseNow(tx, job.key, { kind: 'system', id: null });
      return;
    }
    const tomorrow = new Date(tx.now.getTime() + DAY_MS);
    await scheduleJob(tx, { kind: 'erase_person', key: job.key, dueAt: eraseAt > tx.now ? eraseAt : tomorrow });
  });
}

/** Deletes the bytes of a person who was erased. */
export async function deleteErasedBlobs(job: LeasedJob, { blobs }: Platform): Promise<void> {
  const { blobKeys } = job.payload;
  const keys = Array.isArray(blobKeys) ? blobKeys.filter((key) => typeof key === 'string') : [];
  await eraseBlobs(blobs, job.tenantId, job.key, keys);
}
