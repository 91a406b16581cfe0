import { createHash, randomBytes } from 'node:crypto';
import type { IdentEvent, IdentStatus } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { unfinishedChunks } from '../captures/capture-sessions.ts';
import type { Row } from '../generated/rows.ts';
import { changeStatus } from '../identifications/change-status.ts';
import { findIdentification } from '../identifications/identifications.ts';
import { personNotFound } from '../persons/persons.ts';
import type { JobKind } from '../queue/job-kinds.ts';
import { countDown } from '../transaction/list-counts.ts';
import { columns, type RowOf, type Sql, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, StoredBlob } from '../types.ts';
import { enqueueNotification } from '../webhooks/notifications.ts';

/** What has been agreed about the end of a person's records. */
export interface Retention {
  personId: string;
  /** When the person was last identified; without that no law asks for records. */
  identifiedAt: Date | null;
  /** Day, YYYY-MM-DD; null while nobody has told it. */
  relationshipEndedOn: string | null;
  /** When the erasure is due; null while none is ordered. */
  eraseAt: Date | null;
  /** Since when a legal hold forbids the erasure. */
  heldSince: Date | null;
  /** Whether the customer may be written to in spite of the hold. */
  holdAllowsContact: boolean;
}

/** @throws PlatformError `model_not_found` */
export async function findRetention(
  tx: TenantTx,
  personId: string,
  options: { lock?: boolean } = {},
): Promise<Retention> {
  const [row] = await tx.query(sql<RowOf<typeof RETENTION>>`
    select ${RETENTION} from persons
    where tenant_id = ${tx.tenant.id} and id = ${personId} and erased_at is null
    ${options.lock ? sql`for update` : sql``}`);
  if (row === undefined) throw personNotFound(personId);
  return {
    personId,
    identifiedAt: row.identified_at,
    relationshipEndedOn: row.relationship_ended_on,
    eraseAt: row.erase_at,
    heldSince: row.held_since,
    holdAllowsContact: row.hold_allows_contact,
  };
}

const RETENTION = columns(
  'persons',
  'identified_at',
  'relationship_ended_on',
  'erase_at',
  'held_since',
  'hold_allows_contact',
);

/** Writes down what was agreed; the audit entry names what was done, and the day, which is no personal value. */
export async function saveRetention(tx: TenantTx, retention: Retention, action: string, actor: Actor): Promise<void> {
  const { personId, relationshipEndedOn, eraseAt, heldSince, holdAllowsContact } = retention;
  await tx.query(sql`
    ${update('persons', { relationship_ended_on: relationshipEndedOn, erase_at: eraseAt, held_since: heldSince, hold_allows_contact: holdAllowsContact })}
    where tenant_id = ${tx.tenant.id} and id = ${personId}`);
  const details = { erase_at: eraseAt?.toISOString() ?? null };
  await recordAudit(tx, { actor, action, entity: personId, details });
}

/** How an identification that is still open ends when its person is erased; the others stay as they are. */
const END_BY_ERASURE: Partial<Record<IdentStatus, IdentEvent>> = {
  pending: 'expired',
  aborted: 'expired',
  canceled: 'expired',
  pending_successful: 'failed',
  pending_failed: 'failed',
};

/**
 * Erases a person, in the caller's transaction: open identifications and sessions end, what is waiting to be done is
 * dropped, the data key is destroyed, and the partner is told by `PERSON_DELETED`. Rows stay, so that the log and the
 * order of events stay whole, but whatever they sealed can no longer be read, here or in a copy of them [DAT-2].
 *
 * @returns keys of the person's blobs, which are of no use any more; deleting them is for after the commit
 * @throws PlatformError `model_not_found`
 */
export async function erasePerson(tx: TenantTx, personId: string, actor: Actor): Promise<string[]> {
  const open = await openIdentifications(tx, personId);
  await findRetention(tx, personId, { lock: true });
  for (const { id, status } of open) await endIdentification(tx, id, status, actor);
  const blobKeys = await blobsOf(tx, personId);
  await emptyRows(tx, personId);
  await dropJobs(tx, personId);
  await tx.keys.destroy(personId);
  tx.afterCommit(() => tx.keys.forget(personId));
  await enqueueNotification(tx, { eventType: 'PERSON_DELETED', entityId: personId, personId: null, body: {} });
  const details = { identifications_ended: open.length, blobs: blobKeys.length };
  await recordAudit(tx, { actor, action: 'person.erased', entity: personId, details });
  return blobKeys;
}

function openIdentifications(tx: TenantTx, personId: string): Promise<{ id: string; status: string }[]> {
  return tx.query(sql`
    select id, status from identifications
    where tenant_id = ${tx.tenant.id} and person_id = ${personId} and status = any (${Object.keys(END_BY_ERASURE)})
    order by id for update`);
}

async function endIdentification(tx: TenantTx, id: string, status: string, actor: Actor): Promise<void> {
  const event = END_BY_ERASURE[status as IdentStatus];
  if (event === undefined) return;
  const identification = await findIdentification(tx, id);
  await changeStatus(tx, identification, event, { actor, completedAt: identification.completedAt ?? tx.now });
}

async function blobsOf(tx: TenantTx, personId: string): Promise<string[]> {
  const documents = await tx.query(sql<Pick<Row<'documents'>, 'blob_key'>>`
    select blob_key from documents where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  const captures = await tx.query(sql<Pick<Row<'captures'>, 'blob_key' | 'derivative'>>`
    select blob_key, derivative from captures where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  const derivatives = captures.flatMap(({ derivative }) => (derivative as StoredBlob | null)?.blobKey ?? []);
  const chunks = await unfinishedChunks(tx, personId);
  return [...new Set([...documents, ...captures].map((row) => row.blob_key).concat(derivatives, chunks))];
}

/** A link and a cookie that lead nowhere; no two cookies may be the same. */
const NOBODYS_COOKIE = () => createHash('sha256').update(randomBytes(32)).digest();

/** Takes out of the rows what can be taken out, and marks them. */
async function emptyRows(tx: TenantTx, personId: string): Promise<void> {
  const mine = sql`tenant_id = ${tx.tenant.id} and person_id = ${personId}`;
  const empty = {
    attributes_sealed: Buffer.alloc(0),
    identified_at: null,
    relationship_ended_on: null,
    erase_at: null,
    held_since: null,
    erased_at: tx.now,
    updated_at: tx.now,
  };
  await tx.query(sql`${update('persons', empty)} where tenant_id = ${tx.tenant.id} and id = ${personId}`);
  const nothing = {
    reference_sealed: null,
    reference_hash: null,
    url_sealed: null,
    link_token_hash: null,
    proof_of_address_type: null,
    proof_of_address_issued_at: null,
    erased_at: tx.now,
  };
  const identifications = await tx.query(sql`
    ${update('identifications', nothing)} where ${mine} and erased_at is null returning id`);
  await countDown(tx, 'persons', 1);
  await countDown(tx, 'identifications', identifications.length);
  const deletedAt = sql`coalesce(deleted_at, ${tx.now})`;
  await tx.query(sql`${update('documents', { deleted_at: deletedAt })} where ${mine}`);
  await tx.query(sql`${update('change_requests', { status: 'FAILED', code_hash: null })} where ${mine}`);
  await tx.query(sql`delete from mobile_numbers where ${mine}`);
  await tx.query(sql`delete from devices where ${mine}`);
  await tx.query(sql`delete from duplicate_fingerprints where ${mine}`);
  await tx.query(sql`delete from idempotency_keys where ${mine}`);
  await tx.query(sql`delete from retention_extensions where ${mine}`);
  await tx.query(sql`delete from due_states where ${mine}`);
  await tx.query(sql`delete from due_history where ${mine}`);
  await tx.query(sql`delete from person_events where ${mine}`);
  await tx.query(sql`
    update invitations set
      state = case when state = 'planned' then 'withdrawn' when state = 'invited' then 'lapsed' else state end,
      why = case when state = 'planned' then 'erased' else why end,
      ended_at = coalesce(ended_at, ${tx.now}), next_at = null, task_closed_at = coalesce(task_closed_at, ${tx.now})
    where ${mine}`);
  await tx.query(sql`
    update identification_batch_lines set state = 'fault', fault = 'person_not_found' where ${mine} and state = 'waiting'`);
  await tx.query(sql`${update('messages', { state: 'withdrawn' })} where ${mine} and state = 'queued'`);
  await endSessions(tx, mine);
}

async function endSessions(tx: TenantTx, mine: Sql): Promise<void> {
  const sessions = await tx.query(sql<{ id: string }>`select id from capture_sessions where ${mine}`);
  for (const { id } of sessions) {
    const ended = {
      cookie_hash: NOBODYS_COOKIE(),
      ended_at: sql`coalesce(ended_at, ${tx.now})`,
      end_reason: sql`coalesce(end_reason, 'erased')`,
    };
    await tx.query(sql`${update('capture_sessions', ended)} where tenant_id = ${tx.tenant.id} and id = ${id}`);
  }
}

/**
 * Whatever was to be done about the person, an identification or a picture. A worker that is at it right now finds its
 * lease gone and saves nothing. The job that erases is left to whoever runs it.
 */
async function dropJobs(tx: TenantTx, personId: string): Promise<void> {
  const tenantId = tx.tenant.id;
  await tx.query(sql`
    delete from jobs j where j.tenant_id = ${tenantId} and j.kind <> ${ERASES} and (
      j.key = ${personId}
      or j.key in (select id from identifications where tenant_id = ${tenantId} and person_id = ${personId})
      or j.key in (select id from captures where tenant_id = ${tenantId} and person_id = ${personId})
    )`);
}

const ERASES: JobKind = 'erase_person';
