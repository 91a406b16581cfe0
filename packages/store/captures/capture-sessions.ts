import {
  type Language,
  newId,
  PlatformError,
  type PublishedLanguage,
  toLanguage,
  toPublishedLanguage,
} from '@reident/domain';
import type { Selectable } from 'kysely';
import { hashToken, newToken } from '../access/tokens.ts';
import type { Schema } from '../schema.ts';
import type { Database } from '../transaction/database.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { CaptureFlow, CaptureSession, Identification } from '../types.ts';

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
  await tx.db
    .insertInto('capture_sessions')
    .values({
      tenant_id: tx.tenant.id,
      id: session.id,
      identification_id: identificationId,
      person_id: personId,
      cookie_hash: hashToken(cookieToken),
      language: toPublishedLanguage(session.language),
      private_sealed: key.sealJson(privateOf(session.id), toPrivate(session)),
      consents: JSON.stringify(session.consents),
      document_kind: null,
      issuing_state: null,
      submitted_at: null,
      started_at: tx.now,
      last_seen_at: tx.now,
      ended_at: null,
      end_reason: null,
    })
    .execute();
  return { session, cookieToken };
}

/** Ends the live sessions of an identification: one lives at a time, and whoever goes on elsewhere ends the former [CAP-4]. */
export async function endCaptureSessions(
  tx: TenantTx,
  identificationId: string,
  reason: string,
  options: { except?: string } = {},
): Promise<void> {
  let query = tx.db
    .updateTable('capture_sessions')
    .set({ ended_at: tx.now, end_reason: reason })
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .where('ended_at', 'is', null);
  if (options.except !== undefined) query = query.where('id', '<>', options.except);
  await query.execute();
}

/** The session that a cookie belongs to, ended or not; null when there is none. */
export async function findCaptureSession(
  database: Database,
  cookieToken: string,
): Promise<{ tenantId: string; session: CaptureSession } | null> {
  const hash = hashToken(cookieToken);
  const [found] = await database.lookUp<{ tenant: string | null }>(
    'capture-session-tenant',
    'select find_capture_session_tenant($1) as tenant',
    [hash],
  );
  const tenantId = found?.tenant;
  if (!tenantId) return null;
  return database.inTenant(tenantId, async (tx) => {
    const row = await tx.db
      .selectFrom('capture_sessions')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('cookie_hash', '=', hash)
      .executeTakeFirst();
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
  let query = tx.db
    .selectFrom('capture_sessions')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id);
  if (options.lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'CaptureSession' for id '${id}'.`);
  return toSession(tx, row);
}

/** Every session of an identification, oldest first. */
export async function listCaptureSessions(tx: TenantTx, identificationId: string): Promise<CaptureSession[]> {
  const rows = await tx.db
    .selectFrom('capture_sessions')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .orderBy('seq')
    .execute();
  const sessions: CaptureSession[] = [];
  for (const row of rows) sessions.push(await toSession(tx, row));
  return sessions;
}

export async function saveCaptureSession(tx: TenantTx, session: CaptureSession): Promise<void> {
  const key = await tx.keys.ofPerson(session.personId);
  await tx.db
    .updateTable('capture_sessions')
    .set({
      language: toPublishedLanguage(session.language),
      private_sealed: key.sealJson(privateOf(session.id), toPrivate(session)),
      phone_verified: session.phoneVerified,
      otp_tries: session.otpTries,
      consents: JSON.stringify(session.consents),
      document_kind: session.documentKind,
      issuing_state: session.issuingState,
      submitted_at: session.submittedAt,
      last_seen_at: session.lastSeenAt,
      ended_at: session.endedAt,
      end_reason: session.endReason,
      quit_reason: session.quitReason,
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', session.id)
    .execute();
}

/** What has arrived of uploads that never became whole, of one person. To be asked before the person's key is destroyed. */
export async function unfinishedChunks(tx: TenantTx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('capture_sessions')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .execute();
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

async function toSession(tx: TenantTx, row: Selectable<Schema['capture_sessions']>): Promise<CaptureSession> {
  const key = await tx.keys.ofPerson(row.person_id);
  return {
    ...key.openJson<PrivatePart>(privateOf(row.id), row.private_sealed),
    id: row.id,
    identificationId: row.identification_id,
    personId: row.person_id,
    language: toLanguage(row.language as PublishedLanguage),
    phoneVerified: row.phone_verified,
    otpTries: row.otp_tries,
    consents: row.consents,
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
