import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeIdentification, makeTenant, PARTNER } from '../../../tests/fixtures/store/make.ts';
import {
  endCaptureSessions,
  findCaptureSession,
  insertCaptureSession,
  listCaptureSessions,
  loadCaptureSession,
  saveCaptureSession,
} from '../captures/capture-sessions.ts';
import { findCapture, insertCapture, listCaptures, saveReading, stepsSentForOthers } from '../captures/captures.ts';
import { deleteDocument, findDocument, insertDocument, listDocuments } from '../identifications/documents.ts';
import { Sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { CaptureFlow, CaptureSession, Identification, Tenant } from '../types.ts';
import { insertDecision, listDecisions } from './decisions.ts';
import { findLatestExamination, insertExamination } from './examinations.ts';

let test: TestDatabase;
let tenant: Tenant;
let identification: Identification;
const inTenant = <T>(work: (tx: TenantTx) => Promise<T>) => test.database.inTenant(tenant.id, work);

beforeAll(async () => {
  test = await createTestDatabase();
  tenant = await makeTenant(test.database);
  identification = await inTenant((tx) => makeIdentification(tx));
});
afterAll(() => test.close());

const FLOW: CaptureFlow = { entry: 'link', code: null, introduced: false, nonce: null, kept: {} };
/** As no six digits are: those that are sealed are hexadecimal in the dump, and six of them come up by chance. */
const CODE = 'code-918273';
const sit = () => inTenant((tx) => insertCaptureSession(tx, { identification, language: 'de', flow: FLOW }));
const blob = () => ({ blobKey: randomBytes(8).toString('hex'), sha256: randomBytes(32).toString('hex'), size: 10 });
const picture = (session: CaptureSession, step: string) =>
  inTenant((tx) =>
    insertCapture(tx, {
      identificationId: identification.id,
      sessionId: session.id,
      step,
      contentType: 'image/jpeg',
      source: 'camera',
      ...blob(),
    }),
  );

/** All that a table holds, as somebody with a copy of the database sees it. */
async function dump(table: string): Promise<string> {
  const [row] = await inTenant((tx) =>
    tx.query(new Sql<{ text: string }>([`select string_agg(t::text, ' ') as text from ${table} t`], [])),
  );
  return row?.text ?? '';
}

describe('a session', () => {
  it('is found by its cookie and remembers what was said, sealed where it is personal [DAT-1]', async () => {
    const { session, cookieToken } = await sit();
    const changed: CaptureSession = {
      ...session,
      phoneNumber: '+4915112345678',
      phoneVerified: true,
      otpTries: 2,
      consents: [{ id: 'terms', version: '1', sha256: 'x', at: '2026-01-01T00:00:00Z' }],
      flow: { ...FLOW, code: { value: CODE, sentAt: '2026-01-01T00:00:00Z', sends: 1 } },
      documentKind: 'identity_card',
    };
    await inTenant((tx) => saveCaptureSession(tx, changed));
    expect(await findCaptureSession(test.database, cookieToken)).toEqual({ tenantId: tenant.id, session: changed });
    expect(await findCaptureSession(test.database, session.id)).toBeNull();
    const stored = await dump('capture_sessions');
    for (const secret of ['4915112345678', CODE, cookieToken]) expect(stored).not.toContain(secret);
  });

  it('of an identification ends when another takes over [CAP-4]', async () => {
    const first = await sit();
    const second = await sit();
    await inTenant((tx) => endCaptureSessions(tx, identification.id, 'taken_over', { except: second.session.id }));
    expect(await inTenant((tx) => loadCaptureSession(tx, first.session.id))).toMatchObject({ endReason: 'taken_over' });
    expect(await inTenant((tx) => loadCaptureSession(tx, second.session.id))).toEqual(second.session);
    const sessions = await inTenant((tx) => listCaptureSessions(tx, identification.id));
    expect(sessions.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)).toEqual([second.session.id]);
  });
});

describe('a capture', () => {
  it('takes the place of an earlier one of the same step, which is kept as evidence', async () => {
    const { session } = await sit();
    const first = await picture(session, 'selfie');
    const other = await picture(session, 'document_front');
    const again = await picture(session, 'selfie');
    const steps = await inTenant((tx) => listCaptures(tx, identification.id));
    expect(steps.map(({ id }) => id)).toEqual([other.id, again.id]);
    const all = await inTenant((tx) => listCaptures(tx, identification.id, { includeSuperseded: true }));
    expect(all.map(({ id }) => id)).toEqual([first.id, other.id, again.id]);
    expect(await inTenant((tx) => findCapture(tx, 'unknown'))).toBeNull();
  });

  it('keeps its reading sealed, with the picture that was made for people [DAT-1]', async () => {
    const { session } = await sit();
    const capture = await picture(session, 'document_back');
    const reading = { mrz: { lines: ['MUSTERMANN<<ERIKA<<<<<<<<<<<<<'] } };
    const derivative = blob();
    await inTenant((tx) => saveReading(tx, capture.id, reading, derivative));
    expect(await inTenant((tx) => findCapture(tx, capture.id))).toEqual({ ...capture, reading, derivative });
    expect(await dump('captures')).not.toContain('MUSTERMANN');
  });
});

describe('a file that came before', () => {
  it('is known by its bytes when it was sent for another person of the same tenant', async () => {
    const same = blob();
    const send = (one: Identification, file: ReturnType<typeof blob>) =>
      inTenant(async (tx) => {
        const { session } = await insertCaptureSession(tx, { identification: one, language: 'de', flow: FLOW });
        const base = { identificationId: one.id, sessionId: session.id, contentType: 'image/jpeg' };
        await insertCapture(tx, { ...base, step: 'selfie', source: 'camera', ...file });
      });
    const [first, second] = await inTenant(async (tx) => [await makeIdentification(tx), await makeIdentification(tx)]);
    await send(first!, same);
    expect(await inTenant((tx) => stepsSentForOthers(tx, first!.id))).toEqual([]);
    await send(second!, same);
    expect(await inTenant((tx) => stepsSentForOthers(tx, second!.id))).toEqual(['selfie']);
    await send(second!, blob());
    expect(await inTenant((tx) => stepsSentForOthers(tx, second!.id))).toEqual([]);
  });
});

describe('what is known of a case', () => {
  it('is the latest examination, sealed', async () => {
    expect(await inTenant((tx) => findLatestExamination(tx, identification.id))).toBeNull();
    const order = {
      identificationId: identification.id,
      engineVersion: '1',
      evidence: { name: 'MUSTERMANN' },
      verdict: null,
    };
    await inTenant((tx) => insertExamination(tx, { ...order, findings: [1] }));
    const latest = await inTenant((tx) => insertExamination(tx, { ...order, findings: [2] }));
    expect(await inTenant((tx) => findLatestExamination(tx, identification.id))).toEqual(latest);
    expect(await dump('examinations')).not.toContain('MUSTERMANN');
  });

  it('are the decisions in the order in which they were made, with sealed notes', async () => {
    const base = { identificationId: identification.id, operatorId: null, reason: null } as const;
    await inTenant((tx) => insertDecision(tx, { ...base, decision: 'suspect_fraud', note: 'looks like a COPY' }));
    await inTenant((tx) => insertDecision(tx, { ...base, decision: 'approve', note: null }));
    const decisions = await inTenant((tx) => listDecisions(tx, identification.id));
    expect(decisions.map(({ decision, note }) => [decision, note])).toEqual([
      ['suspect_fraud', 'looks like a COPY'],
      ['approve', null],
    ]);
    expect(await dump('decisions')).not.toContain('COPY');
  });

  it('are its documents, until they are deleted; a person of another tenant does not get them [API-4]', async () => {
    const order = {
      personId: identification.personId,
      identificationId: identification.id,
      contentType: 'application/pdf',
      documentType: 'KYC_REPORT',
      customerAccessible: false,
      ...blob(),
    };
    const report = await inTenant((tx) => insertDocument(tx, { ...order, name: 'Mustermann.pdf' }, PARTNER));
    const other = await inTenant((tx) =>
      insertDocument(tx, { ...order, name: 'b.pdf', customerAccessible: true }, PARTNER),
    );
    const list = (query: Parameters<typeof listDocuments>[1]) => inTenant((tx) => listDocuments(tx, query));
    expect(await list({ identificationId: identification.id })).toEqual({ rows: [report, other], total: 2 });
    expect(await list({ personId: identification.personId, page: { number: 2, size: 1 } })).toEqual({
      rows: [other],
      total: 2,
    });
    expect(await list({ personId: identification.personId, customerAccessible: true })).toEqual({
      rows: [other],
      total: 1,
    });
    expect(await inTenant((tx) => findDocument(tx, report.id, { personId: identification.personId }))).toEqual(report);
    await expect(inTenant((tx) => findDocument(tx, report.id, { personId: 'somebody' }))).rejects.toMatchObject({
      code: 'model_not_found',
    });
    await inTenant((tx) => deleteDocument(tx, report, PARTNER));
    await expect(inTenant((tx) => findDocument(tx, report.id))).rejects.toMatchObject({ code: 'model_not_found' });
    expect(await list({ identificationId: identification.id })).toEqual({ rows: [other], total: 1 });
    expect(await list({ identificationId: identification.id, includeDeleted: true })).toMatchObject({ total: 2 });
    expect(await dump('documents')).not.toContain('Mustermann');
  });
});
