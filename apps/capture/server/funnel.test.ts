import { randomBytes } from 'node:crypto';
import { FUNNEL_STEPS, JOB_HANDLERS, LIMITS } from '@reident/platform';
import { type Funnel, findCaptureSession, leaseJobs, listCaptures, readFunnel, saveReading } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Customer } from '../../../tests/fixtures/capture/customer.ts';
import { askForPicturesOnly, startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';

/** The server without its worker: time passes, and pictures are read, when the test says so. */
let reident: TestReident;

beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  await askForPicturesOnly(reident);
});
afterAll(() => reident.stop());

const CANARY = { first_name: 'Zebulon', last_name: 'Quastenflosser' };
const PHONE = '01519876543';
const jpeg = (size = 400) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);
const pass = (advance: string) => reident.call('POST', '/sandbox/clock', { advance });

async function order(): Promise<{ id: string; url: string }> {
  const { body: person } = await reident.call<{ id: string }>('POST', '/v1/persons', CANARY);
  const base = `/v1/persons/${person.id}/identifications`;
  const { body: created } = await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
  const { body } = await reident.call<{ url: string }>('PATCH', `${base}/${created.id}/request`);
  return { id: created.id, url: body.url };
}

async function read(id: string): Promise<void> {
  await reident.platform.database.inTenant(reident.tenant.id, async (tx) => {
    for (const { id: capture, step, reading } of await listCaptures(tx, id))
      if (reading === null) await saveReading(tx, capture, { step, unreadable: 'unreadable_media' });
  });
}

/** Twice the same, then kept; 7 s at the camera and 2 s of reading each time. */
async function produce(customer: Customer, id: string, step: string): Promise<void> {
  for (let tries = 0; tries < LIMITS.keepableFromTry; tries += 1) {
    await pass('PT7S');
    expect((await customer.picture(step, jpeg())).status).toBe(200);
    await pass('PT2S');
    await read(id);
    await customer.state();
  }
  await customer.call('/keep', { step });
}

async function runDue(kind: 'end_session'): Promise<number> {
  const { database } = reident.platform;
  const jobs = await leaseJobs(database, { kinds: [kind], limit: 50, leaseSeconds: 60 });
  for (const job of jobs) await JOB_HANDLERS[kind].handle(job, reident.platform);
  return jobs.length;
}

/** Everything that began since; other tests of the file leave sessions too. */
function funnelSince(from: Date): Promise<Funnel> {
  return reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    readFunnel(tx, { from, to: new Date(tx.now.getTime() + 1), idleSince: new Date(tx.now.getTime() - 900_000) }),
  );
}

const now = () => reident.platform.database.inTenant(reident.tenant.id, async (tx) => tx.now);
const metrics = async () => (await fetch(`${reident.url}/metrics`)).text();

describe('the way of the customers in figures', () => {
  it('counts where sessions come to, how long they take there, where they end and why', async () => {
    await pass('PT1H');
    const from = await now();
    const [done, quits, stays, moves] = await Promise.all([order(), order(), order(), order()]);

    const customer = new Customer(reident.url);
    await customer.open(new URL(done.url).pathname, 'POST');
    await customer.state();
    await pass('PT20S');
    await customer.comeToDocument(done.url, PHONE);
    await pass('PT5S');
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    await produce(customer, done.id, 'document_data_page');
    await produce(customer, done.id, 'selfie');
    await pass('PT4S');
    await customer.call('/submit');
    await read(done.id);

    const quitter = new Customer(reident.url);
    await quitter.comeToDocument(quits.url, PHONE);
    await quitter.call('/quit', { reason: 'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE' });

    const first = new Customer(reident.url);
    await first.comeToDocument(moves.url, PHONE);
    const second = new Customer(reident.url);
    await second.open(new URL(moves.url).pathname, 'POST');
    await second.state();

    const idle = new Customer(reident.url);
    await idle.open(new URL(stays.url).pathname, 'POST');
    await idle.state();

    const live = await funnelSince(from);
    expect(live).toMatchObject({ begun: 5, submitted: 1, ended: 1, moved: 1 });
    const stepOf = (funnel: Funnel, step: string) => funnel.steps.find((row) => row.step === step);
    expect(stepOf(live, 'start')).toMatchObject({ reached: 5, here: 2, ended: [], moved: 0 });
    expect(stepOf(live, 'document')).toMatchObject({
      reached: 3,
      here: 0,
      moved: 1,
      ended: [{ reason: 'USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE', count: 1 }],
    });
    expect(stepOf(live, 'document_data_page')).toMatchObject({
      reached: 1,
      sentBack: [{ reason: 'unreadable', count: LIMITS.keepableFromTry }],
    });
    // The wall's clock runs too while the sandbox's is moved, so nothing is shorter than what was let pass.
    expect(stepOf(live, 'document')?.customerSeconds?.median).toBeGreaterThanOrEqual(5);
    const { customerSeconds, machineSeconds } = stepOf(live, 'document_data_page') ?? {};
    expect(customerSeconds?.median).toBeGreaterThanOrEqual(2 * 7);
    expect(machineSeconds?.p90).toBeGreaterThanOrEqual(2 * 2);
    expect(live.totalSeconds?.median).toBeGreaterThanOrEqual(20 + 5 + 2 * (14 + 4) + 4);
    expect(live.totalSeconds?.median).toBeLessThan(LIMITS.absoluteMinutes * 60);
    for (const { step } of live.steps) expect(FUNNEL_STEPS).toContain(step);

    await pass('PT31M');
    expect(await funnelSince(from)).toMatchObject({ begun: 5, ended: 3 });
    expect(await runDue('end_session')).toBeGreaterThanOrEqual(5);
    const over = await funnelSince(from);
    expect(over).toMatchObject({ begun: 5, submitted: 1, ended: 3, moved: 1 });
    expect(stepOf(over, 'start')).toMatchObject({ here: 0, ended: [{ reason: 'timed_out', count: 2 }] });
  });

  it('stands in /metrics by step and published code, and nothing there says who anybody is [DAT-6]', async () => {
    const text = await metrics();
    expect(text).toMatch(/^reident_capture_sessions_started_total [1-9]/m);
    expect(text).toMatch(/^reident_capture_sessions_submitted_total 1$/m);
    expect(text).toContain(
      'reident_capture_sessions_ended_total{step="document",reason="USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE"} 1',
    );
    expect(text).toContain('reident_capture_sessions_ended_total{step="start",reason="timed_out"} 2');
    expect(text).toContain('reident_retakes_requested_total{step="selfie",reason="unreadable"} 2');
    expect(text).toMatch(/^reident_funnel_step_seconds_count\{step="selfie",phase="machine"\} 2$/m);
    for (const word of [...Object.values(CANARY), PHONE, PHONE.slice(1)]) expect(text).not.toContain(word);
    const labels = [...text.matchAll(/step="([^"]*)"/g)].map(([, step]) => step);
    for (const step of labels) expect(FUNNEL_STEPS).toContain(step);
  });

  it('is empty, not wrong, where nothing began', async () => {
    const from = await now();
    expect(await funnelSince(new Date(from.getTime() + 1))).toEqual({
      begun: 0,
      submitted: 0,
      ended: 0,
      moved: 0,
      totalSeconds: null,
      steps: [],
    });
  });
});

describe('what a session leaves behind', () => {
  it('is swept when its time is over: chunks of an upload that never became whole are deleted', async () => {
    const { url } = await order();
    const customer = new Customer(reident.url);
    await customer.comeToDocument(url);
    await customer.call('/document', { kind: 'passport', issuingState: 'DEU' });
    const nonce = await customer.nonce('document_data_page');
    const bytes = jpeg(2 * LIMITS.chunkBytes);
    await customer.reserveUpload(bytes, nonce);
    expect((await customer.chunk(bytes.subarray(0, LIMITS.chunkBytes), nonce, 0)).status).toBe(200);
    const { database, blobs } = reident.platform;
    const token = customer.cookie?.split('=')[1] ?? '';
    const chunks = async () =>
      (await findCaptureSession(database, token))?.session.flow.nonce?.upload?.chunks.map(({ blobKey }) => blobKey);
    const [chunk = ''] = (await chunks()) ?? [];
    expect((await blobs.get(chunk)).length).toBeGreaterThan(0);

    await runDue('end_session');
    expect((await chunks())?.length).toBe(1);
    await pass('PT31M');
    await runDue('end_session');
    expect(await chunks()).toBeUndefined();
    await expect(blobs.get(chunk)).rejects.toThrow();
    expect((await customer.state()).body.error?.code).toBe('session_over');
  });
});
