import {
  type Language,
  newId,
  PlatformError,
  type PublishedLanguage,
  toLanguage,
  toPublishedLanguage,
} from '@reident/domain';
import { hashToken, newToken } from '../access/tokens.ts';
import type { Database } from '../transaction/database.ts';
import { columns, insertInto, json, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { CaptureFlow, CaptureSession, ConsentRecord, Identification } from '../types.ts';

/** A new session. Whether it ends the others is for the caller to say, see `endCaptureSessions`. */
export async function insertCaptureSession(
  tx: TenantTx,
  order: { identification: Identification; language: Language; flow: CaptureFlow },
): Promise<{ session: CaptureSession; cookieToken: string }> {
  const { id: identificationId, personId } = order.identification;
  const key = await tx.keys.ofPerson(personId);
  const cookieToken = newToken();
  const session: CaptureSession = {
    id: newId(''),
    identificationId,
    personId,
    language: order.language,
    phoneNumber: null,
    phoneVerified: false,
    otpTries: 0,
    consents: [],
    documentKind: null,
    issuingState: null,
    flow: order.flow,
    submittedAt: null,
    startedAt: tx.now,
    lastSeenAt: tx.now,
    endedAt: null,
    endReason: null,
    quitReason: null,
    at: null,
  };
  await tx.query(
    insertInto('capture_sessions', {
      tenant_id: tx.tenant.id,
      id: session.id,
      identification_id: identificationId,
      person_id: personId,
      cookie_hash: hashToken(cookieToken),
      language: toPublishedLanguage(session.language),
      private_sealed: key.sealJson(privateOf(session.id), toPrivate(session)),
      consents: json(session.consents),
      started_at: tx.now,
      last_seen_at: tx.now,
    }),
  );
  return { session, cookieToken };
}

/** Ends the live sessions of an identification: one lives at a time, and whoever goes on elsewhere ends the former [CAP-4]. */
export async function endCaptureSessions(
  tx: TenantTx,
  identificationId: string,
  reason: string,
  options: { except?: string } = {},
): Promise<void> {
  const { except } = options;
  await tx.query(sql`
    ${update('capture_sessions', { ended_at: tx.now, end_reason: reason })}
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} and ended_at is null
      ${except === undefined ? sql`` : sql`and id <> ${except}`}`);
}

/** The session that a cookie belongs to, ended or not; null when there is none. */
export async function findCaptureSession(
  database: Database,
  cookieToken: string,
): Promise<{ tenantId: string; session: CaptureSession } | null> {
  const hash = hashToken(cookieToken);
  const [found] = await database.lookUp(sql<{ tenant: string | null }>`
    select find_capture_session_tenant(${hash}) as tenant`);
  const tenantId = found?.tenant;
  if (!tenantId) return null;
  return database.inTenant(tenantId, async (tx) => {
    const [row] = await tx.query(sql<SessionRow>`
      select ${SESSION} from capture_sessions where tenant_id = ${tenantId} and cookie_hash = ${hash}`);
    return row === undefined ? null : { tenantId, session: await toSession(tx, row) };
  });
}

/**
 * One session by its id.
 *
 * @param options.lock  keeps two requests of the same session from overtaking each other
 * @throws PlatformError `model_not_found`
 */
export async function loadCaptureSession(
  tx: TenantTx,
  id: string,
  options: { lock?: boolean } = {},
): Promise<CaptureSession> {
  const [row] = await tx.query(sql<SessionRow>`
    select ${SESSION} from capture_sessions
    where tenant_id = ${tx.tenant.id} and id = ${id} ${options.lock ? sql`for update` : sql``}`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'CaptureSession' for id '${id}'.`);
  return toSession(tx, row);
}

/** Every session of an identification, oldest first. */
export async function listCaptureSessions(tx: TenantTx, identificationId: string): Promise<CaptureSession[]> {
  const rows = await tx.query(sql<SessionRow>`
    select ${SESSION} from capture_sessions
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} order by seq`);
  const sessions: CaptureSession[] = [];
  for (const row of rows) sessions.push(await toSession(tx, row));
  return sessions;
}

export async function saveCaptureSession(tx: TenantTx, session: CaptureSession): Promise<void> {
  const key = await tx.keys.ofPerson(session.personId);
  const changes = {
    language: toPublishedLanguage(session.language),
    private_sealed: key.sealJson(privateOf(session.id), toPrivate(session)),
    phone_verified: session.phoneVerified,
    otp_tries: session.otpTries,
    consents: json(session.consents),
    document_kind: session.documentKind,
    issuing_state: session.issuingState,
    submitted_at: session.submittedAt,
    last_seen_at: session.lastSeenAt,
    ended_at: session.endedAt,
    end_reason: session.endReason,
    quit_reason: session.quitReason,
  };
  await tx.query(sql`
    ${update('capture_sessions', changes)} where tenant_id = ${tx.tenant.id} and id = ${session.id}`);
}

/** What has arrived of uploads that never became whole, of one person. To be asked before the person's key is destroyed. */
export async function unfinishedChunks(tx: TenantTx, personId: string): Promise<string[]> {
  const rows = await tx.query(sql<SessionRow>`
    select ${SESSION} from capture_sessions where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  const keys: string[] = [];
  for (const row of rows) {
    const { flow } = await toSession(tx, row);
    keys.push(...(flow.nonce?.upload?.chunks ?? []).map(({ blobKey }) => blobKey));
  }
  return keys;
}

interface PrivatePart {
  phoneNumber: string | null;
  flow: CaptureFlow;
}

function toPrivate(session: CaptureSession): PrivatePart {
  return { phoneNumber: session.phoneNumber, flow: session.flow };
}

const SESSION = columns(
  'capture_sessions',
  'id',
  'identification_id',
  'person_id',
  'language',
  'private_sealed',
  'phone_verified',
  'otp_tries',
  'consents',
  'document_kind',
  'issuing_state',
  'submitted_at',
  'started_at',
  'last_seen_at',
  'ended_at',
  'end_reason',
  'quit_reason',
  'funnel_step',
  'funnel_phase',
  'funnel_step_since',
);
type SessionRow = RowOf<typeof SESSION>;

async function toSession(tx: TenantTx, row: SessionRow): Promise<CaptureSession> {
  const key = await tx.keys.ofPerson(row.person_id);
  return {
    ...key.openJson<PrivatePart>(privateOf(row.id), row.private_sealed),
    id: row.id,
    identificationId: row.identification_id,
    personId: row.person_id,
    language: toLanguage(row.language as PublishedLanguage),
    phoneVerified: row.phone_verified,
    otpTries: row.otp_tries,
    consents: row.consents as ConsentRecord[],
    documentKind: row.document_kind,
    issuingState: row.issuing_state,
    submittedAt: row.submitted_at,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    quitReason: row.quit_reason,
    at:
      row.funnel_step !== null && row.funnel_step_since !== null
        ? {
            step: row.funnel_step,
            phase: row.funnel_phase === 'machine' ? 'machine' : 'customer',
            since: row.funnel_step_since,
          }
        : null,
  };
}

function privateOf(id: string): string {
  return `capture_session:private:${id}`;
}
