import { newId, PlatformError } from '@reident/domain';
import type { Selectable } from 'kysely';
import { identificationNotFound } from '../identifications/identifications.ts';
import type { Schema } from '../schema.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Capture, StoredBlob } from '../types.ts';

export type NewCapture = Omit<Capture, 'id' | 'reading' | 'derivative' | 'createdAt' | 'supersededAt'>;

/** A picture or clip whose bytes are already safe in the blob store [REL-7]. It takes the place of an earlier one of the same step. */
export async function insertCapture(tx: TenantTx, capture: NewCapture): Promise<Capture> {
  const id = newId('');
  const identification = await tx.db
    .selectFrom('identifications')
    .select('person_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', capture.identificationId)
    .executeTakeFirst();
  if (identification === undefined) throw identificationNotFound(capture.identificationId);
  await tx.db
    .updateTable('captures')
    .set({ superseded_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', capture.identificationId)
    .where('step', '=', capture.step)
    .where('superseded_at', 'is', null)
    .execute();
  await tx.db
    .insertInto('captures')
    .values({
      tenant_id: tx.tenant.id,
      id,
      identification_id: capture.identificationId,
      person_id: identification.person_id,
      session_id: capture.sessionId,
      step: capture.step,
      content_type: capture.contentType,
      size: capture.size,
      sha256: capture.sha256,
      blob_key: capture.blobKey,
      source: capture.source,
      reading_sealed: null,
      derivative: null,
      created_at: tx.now,
      superseded_at: null,
    })
    .execute();
  return { ...capture, id, reading: null, derivative: null, createdAt: tx.now, supersededAt: null };
}

/** Makes every picture of an identification void: another document was chosen, or another attempt has begun. */
export async function supersedeCaptures(tx: TenantTx, identificationId: string): Promise<void> {
  await tx.db
    .updateTable('captures')
    .set({ superseded_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .where('superseded_at', 'is', null)
    .execute();
}

/** Makes one picture void: the customer takes another. */
export async function supersedeCapture(tx: TenantTx, id: string): Promise<void> {
  await tx.db
    .updateTable('captures')
    .set({ superseded_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .execute();
}

/** Null when there is none. */
export async function findCapture(tx: TenantTx, id: string): Promise<Capture | null> {
  const row = await findRow(tx, id);
  return row === undefined ? null : toCapture(tx, row);
}

/** Keeps what the engine read from a picture, and the re-encoded picture. A later reading replaces an earlier one. */
export async function saveReading(
  tx: TenantTx,
  captureId: string,
  reading: unknown,
  derivative: StoredBlob | null = null,
): Promise<void> {
  const row = await findRow(tx, captureId);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Capture' for id '${captureId}'.`);
  const key = await tx.keys.ofPerson(row.person_id);
  await tx.db
    .updateTable('captures')
    .set({
      reading_sealed: key.sealJson(readingOf(captureId), reading),
      derivative: derivative === null ? null : JSON.stringify(derivative),
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', captureId)
    .execute();
}

/** The captures of an identification, oldest first; those that were taken again only on request. */
export async function listCaptures(
  tx: TenantTx,
  identificationId: string,
  options: { includeSuperseded?: boolean } = {},
): Promise<Capture[]> {
  let query = tx.db
    .selectFrom('captures')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId);
  if (!options.includeSuperseded) query = query.where('superseded_at', 'is', null);
  const captures: Capture[] = [];
  for (const row of await query.orderBy('seq').execute()) captures.push(await toCapture(tx, row));
  return captures;
}

/** Steps of an identification whose file, byte for byte, was also sent for another person of the tenant. */
export async function stepsSentForOthers(tx: TenantTx, identificationId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('captures as own')
    .innerJoin('captures as other', (join) =>
      join
        .onRef('other.tenant_id', '=', 'own.tenant_id')
        .onRef('other.sha256', '=', 'own.sha256')
        .onRef('other.person_id', '!=', 'own.person_id'),
    )
    .select('own.step')
    .distinct()
    .where('own.tenant_id', '=', tx.tenant.id)
    .where('own.identification_id', '=', identificationId)
    .where('own.superseded_at', 'is', null)
    .orderBy('own.step')
    .execute();
  return rows.map(({ step }) => step);
}

type CaptureRow = Selectable<Schema['captures']>;

function findRow(tx: TenantTx, id: string): Promise<CaptureRow | undefined> {
  return tx.db
    .selectFrom('captures')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function toCapture(tx: TenantTx, row: CaptureRow): Promise<Capture> {
  const reading =
    row.reading_sealed === null
      ? null
      : (await tx.keys.ofPerson(row.person_id)).openJson<unknown>(readingOf(row.id), row.reading_sealed);
  return {
    id: row.id,
    identificationId: row.identification_id,
    sessionId: row.session_id,
    step: row.step,
    contentType: row.content_type,
    size: row.size,
    sha256: row.sha256,
    blobKey: row.blob_key,
    source: row.source as Capture['source'],
    reading,
    derivative: row.derivative,
    createdAt: row.created_at,
    supersededAt: row.superseded_at,
  };
}

function readingOf(id: string): string {
  return `capture:reading:${id}`;
}
