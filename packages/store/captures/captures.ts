import { newId, PlatformError } from '@reident/domain';
import { identificationNotFound } from '../identifications/identifications.ts';
import { columns, insertInto, json, type RowOf, type Sql, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Capture, StoredBlob } from '../types.ts';

export type NewCapture = Omit<Capture, 'id' | 'reading' | 'derivative' | 'createdAt' | 'supersededAt'>;

/** A picture or clip whose bytes are already safe in the blob store [REL-7]. It takes the place of an earlier one of the same step. */
export async function insertCapture(tx: TenantTx, capture: NewCapture): Promise<Capture> {
  const id = newId('');
  const { identificationId, step } = capture;
  const [identification] = await tx.query(sql<{ person_id: string }>`
    select person_id from identifications where tenant_id = ${tx.tenant.id} and id = ${identificationId}`);
  if (identification === undefined) throw identificationNotFound(identificationId);
  await supersede(tx, sql`identification_id = ${identificationId} and step = ${step}`);
  await tx.query(
    insertInto('captures', {
      tenant_id: tx.tenant.id,
      id,
      identification_id: identificationId,
      person_id: identification.person_id,
      session_id: capture.sessionId,
      step,
      content_type: capture.contentType,
      size: capture.size,
      sha256: capture.sha256,
      blob_key: capture.blobKey,
      source: capture.source,
      created_at: tx.now,
    }),
  );
  return { ...capture, id, reading: null, derivative: null, createdAt: tx.now, supersededAt: null };
}

/** Makes every picture of an identification void: another document was chosen, or another attempt has begun. */
export async function supersedeCaptures(tx: TenantTx, identificationId: string): Promise<void> {
  await supersede(tx, sql`identification_id = ${identificationId}`);
}

/** Makes one picture void: the customer takes another. */
export async function supersedeCapture(tx: TenantTx, id: string): Promise<void> {
  await supersede(tx, sql`id = ${id}`);
}

async function supersede(tx: TenantTx, which: Sql): Promise<void> {
  await tx.query(sql`
    ${update('captures', { superseded_at: tx.now })}
    where tenant_id = ${tx.tenant.id} and ${which} and superseded_at is null`);
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
  const sealed = key.sealJson(readingOf(captureId), reading);
  await tx.query(sql`
    ${update('captures', { reading_sealed: sealed, derivative: derivative && json(derivative) })}
    where tenant_id = ${tx.tenant.id} and id = ${captureId}`);
}

/** The captures of an identification, oldest first; those that were taken again only on request. */
export async function listCaptures(
  tx: TenantTx,
  identificationId: string,
  options: { includeSuperseded?: boolean } = {},
): Promise<Capture[]> {
  const rows = await tx.query(sql<CaptureRow>`
    select ${CAPTURE} from captures
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId}
      ${options.includeSuperseded ? sql`` : sql`and superseded_at is null`}
    order by seq`);
  const captures: Capture[] = [];
  for (const row of rows) captures.push(await toCapture(tx, row));
  return captures;
}

/** Steps of an identification whose file, byte for byte, was also sent for another person of the tenant. */
export async function stepsSentForOthers(tx: TenantTx, identificationId: string): Promise<string[]> {
  const rows = await tx.query(sql<{ step: string }>`
    select distinct own.step
    from captures own
    join captures other
      on other.tenant_id = own.tenant_id and other.sha256 = own.sha256 and other.person_id <> own.person_id
    where own.tenant_id = ${tx.tenant.id} and own.identification_id = ${identificationId} and own.superseded_at is null
    order by own.step`);
  return rows.map(({ step }) => step);
}

const CAPTURE = columns(
  'captures',
  'id',
  'identification_id',
  'person_id',
  'session_id',
  'step',
  'content_type',
  'size',
  'sha256',
  'blob_key',
  'source',
  'reading_sealed',
  'derivative',
  'created_at',
  'superseded_at',
);
type CaptureRow = RowOf<typeof CAPTURE>;

async function findRow(tx: TenantTx, id: string): Promise<CaptureRow | undefined> {
  const [row] = await tx.query(sql<CaptureRow>`
    select ${CAPTURE} from captures where tenant_id = ${tx.tenant.id} and id = ${id}`);
  return row;
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
    derivative: row.derivative as StoredBlob | null,
    createdAt: row.created_at,
    supersededAt: row.superseded_at,
  };
}

function readingOf(id: string): string {
  return `capture:reading:${id}`;
}
