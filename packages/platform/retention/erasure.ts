import { PlatformError } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import {
  type Actor,
  type BlobStore,
  cancelJob,
  erasePerson,
  findExtension,
  findRetention,
  insertDeletionProof,
  listTenants,
  type Retention,
  type RetentionExtension,
  saveExtension,
  saveRetention,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';

/** No setting keeps records longer than this after the relationship ended [DAT-4]. */
export const MAX_RETENTION_YEARS = 10;

/** So much longer an authority may have records kept [Regulation (EU) 2024/1624, Art. 77]. */
export const MAX_EXTENSION_YEARS = 5;

const DAY_MS = 24 * 60 * 60 * 1000;

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
  extension: RetentionExtension | null = null,
): Date | null {
  const years = identifiedAt === null ? 0 : Math.min(retentionYears, MAX_RETENTION_YEARS);
  const kept = extension === null ? now : endOfDay(extension.keepUntil);
  if (relationshipEndedOn === null) return years === 0 ? latest(kept, now) : null;
  const due = new Date(`${relationshipEndedOn}T00:00:00Z`);
  due.setUTCFullYear(due.getUTCFullYear() + years);
  return latest(latest(due, kept), now);
}

function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
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
  const dueAt = erasureDueAt(told, tx.tenant.settings, tx.now, await findExtension(tx, personId));
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

/**
 * The partner reports the end of the business relation: from that day the records are kept for the years of the tenant, or as
 * long as an authority asked for, and then erased by themselves. Reporting another day moves it.
 *
 * @see Regulation (EU) 2024/1624, Art. 77
 */
export async function endRelationship(
  tx: TenantTx,
  personId: string,
  endedOn: string,
  actor: Actor,
): Promise<Retention> {
  const known = await findRetention(tx, personId, { lock: true });
  if (known.relationshipEndedOn === endedOn) return known;
  return scheduleErasure(tx, { ...known, relationshipEndedOn: endedOn }, 'person.relationship_ended', actor);
}

/** An authority asks for more time, or no longer does; an erasure that is ordered moves with it. */
export async function extendRetention(
  tx: TenantTx,
  personId: string,
  extension: RetentionExtension | null,
  actor: Actor,
): Promise<Retention> {
  const known = await findRetention(tx, personId, { lock: true });
  if (extension !== null) rejectTooLong(tx, known, extension);
  await saveExtension(tx, personId, extension, actor);
  if (known.relationshipEndedOn === null) return known;
  return scheduleErasure(tx, known, 'person.erasure_ordered', actor);
}

/** @throws PlatformError `invalid_model` */
function rejectTooLong(tx: TenantTx, { relationshipEndedOn }: Retention, { keepUntil }: RetentionExtension): void {
  const years = keptYears(tx) + MAX_EXTENSION_YEARS;
  const limit = new Date(`${relationshipEndedOn ?? tx.now.toISOString().slice(0, 10)}T00:00:00Z`);
  limit.setUTCFullYear(limit.getUTCFullYear() + years);
  const message =
    keepUntil <= tx.now.toISOString().slice(0, 10)
      ? 'must lie in the future'
      : keepUntil > limit.toISOString().slice(0, 10)
        ? `must be at most ${MAX_EXTENSION_YEARS} years after the usual end`
        : null;
  if (message !== null)
    throw new PlatformError('invalid_model', `keep_until ${message}`, { field: 'keep_until', message });
}

/** Counted from the end of the relation whether the person was identified here or not: never earlier than the law allows. */
async function scheduleErasure(tx: TenantTx, retention: Retention, action: string, actor: Actor): Promise<Retention> {
  const { personId, relationshipEndedOn } = retention;
  const due = new Date(`${relationshipEndedOn}T00:00:00Z`);
  due.setUTCFullYear(due.getUTCFullYear() + keptYears(tx));
  const extension = await findExtension(tx, personId);
  const eraseAt = extension === null ? due : latest(due, endOfDay(extension.keepUntil));
  const ordered = { ...retention, eraseAt };
  await saveRetention(tx, ordered, action, actor);
  await scheduleJob(tx, { kind: 'erase_person', key: personId, dueAt: latest(eraseAt, tx.now) });
  return ordered;
}

function keptYears(tx: TenantTx): number {
  return Math.min(tx.tenant.settings.retentionYears, MAX_RETENTION_YEARS);
}

/** Erases, whatever was agreed, and leaves a signed record of it; the bytes follow once this is committed. */
export async function eraseNow(tx: TenantTx, personId: string, actor: Actor): Promise<void> {
  const { relationshipEndedOn, eraseAt } = await findRetention(tx, personId);
  const extension = await findExtension(tx, personId);
  const blobKeys = await erasePerson(tx, personId, actor);
  await insertDeletionProof(tx, personId, {
    ground: eraseAt === null ? 'request' : 'end of retention',
    ordered_by: actor.kind,
    relationship_ended_on: relationshipEndedOn,
    retention_years: keptYears(tx),
    extension: extension === null ? null : { file_number: extension.fileNumber, keep_until: extension.keepUntil },
    media_deleted: blobKeys.length,
    data_key_destroyed: true,
  });
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
