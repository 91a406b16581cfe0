import { PlatformError } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import {
  type Actor,
  type BlobStore,
  cancelJob,
  erasePerson,
  findRetention,
  listTenants,
  type Retention,
  saveRetention,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';

/** No setting keeps records longer than this after the relationship ended [DAT-4]. */
export const MAX_RETENTION_YEARS = 10;

/** Folder of the blob store that remembers who was erased. It is never restored from a backup. */
const ERASURES = 'erasures';

export type ErasureOutcome = { state: 'erased' } | { state: 'scheduled'; retention: Retention };

/**
 * When a person may be erased: at once, unless the person was identified here or elsewhere, because those records are
 * kept for some years after the relationship ended. Null when that needs the day on which it ended.
 */
export function erasureDueAt(
  { identifiedAt, relationshipEndedOn }: Retention,
  { retentionYears }: Pick<TenantSettings, 'retentionYears'>,
  now: Date,
): Date | null {
  const years = identifiedAt === null ? 0 : Math.min(retentionYears, MAX_RETENTION_YEARS);
  if (relationshipEndedOn === null) return years === 0 ? now : null;
  const due = new Date(`${relationshipEndedOn}T00:00:00Z`);
  due.setUTCFullYear(due.getUTCFullYear() + years);
  return due > now ? due : now;
}

/**
 * Erases the person now, or orders it for the day on which the law no longer asks for the records.
 *
 * @throws PlatformError `unauthorized_action` naming the rule, `legal_hold` or `retention`
 */
export async function requestErasure(
  tx: TenantTx,
  personId: string,
  relationshipEndedOn: string | null,
  actor: Actor,
): Promise<ErasureOutcome> {
  const known = await findRetention(tx, personId);
  if (known.heldSince !== null)
    throw new PlatformError(
      'unauthorized_action',
      'The records of this person are under a legal hold (rule legal_hold)',
    );
  const told: Retention = { ...known, relationshipEndedOn: relationshipEndedOn ?? known.relationshipEndedOn };
  const dueAt = erasureDueAt(told, tx.tenant.settings, tx.now);
  if (dueAt === null) {
    const years = Math.min(tx.tenant.settings.retentionYears, MAX_RETENTION_YEARS);
    const detail = `The person was identified, so the records are kept for ${years} years after the relationship ended: send relationship_ended_on (rule retention)`;
    throw new PlatformError('unauthorized_action', detail);
  }
  if (dueAt <= tx.now) {
    await eraseNow(tx, personId, actor);
    return { state: 'erased' };
  }
  const retention: Retention = { ...told, eraseAt: dueAt };
  await saveRetention(tx, retention, 'person.erasure_ordered', actor);
  await scheduleJob(tx, { kind: 'erase_person', key: personId, dueAt });
  return { state: 'scheduled', retention };
}

/** Takes an ordered erasure back. */
export async function cancelErasure(tx: TenantTx, personId: string, actor: Actor): Promise<Retention> {
  const known = await findRetention(tx, personId);
  const retention: Retention = { ...known, relationshipEndedOn: null, eraseAt: null };
  await saveRetention(tx, retention, 'person.erasure_canceled', actor);
  await cancelJob(tx, 'erase_person', personId);
  return retention;
}

/** Erases, whatever was agreed; the bytes follow once this is committed. */
export async function eraseNow(tx: TenantTx, personId: string, actor: Actor): Promise<void> {
  const blobKeys = await erasePerson(tx, personId, actor);
  await scheduleJob(tx, { kind: 'erase_blobs', key: personId, payload: { blobKeys } });
}

/** Deletes the bytes of a person who was erased, and remembers the erasure where no backup of the database reaches. */
export async function eraseBlobs(blobs: BlobStore, tenantId: string, personId: string, keys: string[]): Promise<void> {
  await blobs.put(`${ERASURES}/${tenantId}/${personId}`, Buffer.alloc(0));
  for (const key of keys) await blobs.delete(key);
}

/**
 * Erases again whoever a restored database still knows although they were erased after its backup [REL-12]. To be done
 * before anything is served. Answers how many.
 */
export async function reapplyErasures({ database, blobs }: Pick<Platform, 'database' | 'blobs'>): Promise<number> {
  let erased = 0;
  for (const { id: tenantId } of await listTenants(database)) {
    const names = await blobs.list(`${ERASURES}/${tenantId}`);
    for (const name of names) {
      const personId = name.slice(name.lastIndexOf('/') + 1);
      if (await database.inTenant(tenantId, (tx) => eraseIfKnown(tx, personId))) erased += 1;
    }
  }
  return erased;
}

async function eraseIfKnown(tx: TenantTx, personId: string): Promise<boolean> {
  try {
    await eraseNow(tx, personId, { kind: 'system', id: null });
    return true;
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'model_not_found') return false;
    throw error;
  }
}
