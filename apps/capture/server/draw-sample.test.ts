import { parseRecording } from '@reident/engine';
import { type OpenSession, resumeSession } from '@reident/platform';
import { SCENARIOS } from '@reident/samples';
import {
  createClient,
  createTenant,
  findCaptureSession,
  issueToken,
  listCaptures,
  projectRoot,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LETTERS } from '../../../samples/documents/letter/letter.ts';
import { Customer, TICKED } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';
import { SAMPLE_CHOICES } from '../shared/sample-choices.ts';
import { drawSample, sampleOrder } from './draw-sample.ts';

let reident: TestReident;
let customer: Customer;
let identificationId: string;
beforeAll(async () => {
  reident = await startTestReident({
    REIDENT_ROLE: 'api',
    // Nobody listens there: codes of live tenants are written down, and no message carries them.
    REIDENT_SMS_URL: 'https://127.0.0.1:9/',
    REIDENT_SMS_SECRET: Buffer.alloc(32, 7).toString('base64'),
  });
  const address = { line_1: 'Heidestraße 17', postal_code: '10115', city: 'Berlin', country: 'DE' };
  const person = { first_name: 'Jördis', last_name: 'Müller', birth_date: '1984-03-17', address };
  const { body: made } = await reident.call<{ id: string }>('POST', '/v1/persons', person);
  const base = `/v1/persons/${made.id}/identifications`;
  const { body: created } = await reident.call<{ id: string }>('POST', base, { method: 'idnow_autoident' });
  const { body } = await reident.call<{ url: string }>('PATCH', `${base}/${created.id}/request`);
  identificationId = created.id;
  customer = new Customer(reident.url);
  await customer.comeToDocument(body.url);
  await customer.call('/document', { kind: 'passport', issuingState: 'AUT' });
});
afterAll(() => reident?.stop());

test('every choice is a scenario that the generator draws', () => {
  for (const [step, choices] of Object.entries(SAMPLE_CHOICES))
    for (const choice of choices)
      expect(step === 'proof_of_address' ? LETTERS : SCENARIOS, `${step} ${choice}`).toHaveProperty(choice);
});

test('a sandbox shows a drawn document of the ordered person, and the picture is marked as a sample', async () => {
  const { body } = await customer.state();
  expect(body.steps.find(({ id }) => id === 'document_data_page')?.samples).toContain('blurred');
  const order = await inOpenSession((tx, openSession) => sampleOrder(tx, openSession, 'document_data_page', 'clean'));
  expect(order).toMatchObject({ kind: 'passport', issuer: 'AUT', holder: { lastName: 'Müller' } });
  const jpeg = await drawSample(order, projectRoot());
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1920 });
  const answer = await customer.call('/sample', { step: 'document_data_page', scenario: 'clean' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const sent = await customer.send(jpeg, await customer.nonce('document_data_page'), { source: 'sample' });
  expect(sent.status).toBe(200);
  const stored = await reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    listCaptures(tx, identificationId),
  );
  expect(stored.map(({ source }) => source)).toEqual(['sample']);
});

test('a letter is drawn to the ordered person, at their address', async () => {
  const order = await inOpenSession((tx, openSession) => sampleOrder(tx, openSession, 'proof_of_address', 'clean'));
  expect(order.holder).toMatchObject({
    lastName: 'Müller',
    street: 'Heidestraße 17',
    postalCode: '10115',
    city: 'Berlin',
  });
  expect(await sharp(await drawSample(order, projectRoot())).metadata()).toMatchObject({ width: 1440, height: 1920 });
});

test.each([
  ['security_video', ['flat', 'tilt']],
  ['liveness', ['center', 'right', 'left']],
] as const)(
  'a recording of %s shows what its nonce asks for, in that order, and lasts as long as it must',
  async (step, prompts) => {
    const { body } = await customer.state();
    expect(body.steps.find(({ id }) => id === step)?.samples).toContain('clean');
    const asked = (number: string, ask: readonly string[] | null) =>
      inOpenSession((tx, openSession) => {
        const { session } = openSession;
        const nonce = {
          value: 'n',
          issuedAt: '',
          captureId: null,
          sha256: null,
          step: number,
          prompts: ask && [...ask],
        };
        return sampleOrder(
          tx,
          { ...openSession, session: { ...session, flow: { ...session.flow, nonce } } },
          step,
          'clean',
        );
      });
    await expect(asked('selfie', null)).rejects.toMatchObject({ code: 'out_of_order' });
    const recording = parseRecording(await drawSample(await asked(step, prompts), projectRoot()));
    const frames = recording?.frames ?? [];
    const shown = frames.map(({ prompt }) => prompt).filter((prompt, i, all) => prompt !== all[i - 1]);
    expect(shown).toEqual(prompts);
    if (step === 'security_video') expect(frames.at(-1)!.atMs).toBeGreaterThan(2500);
  },
);

test('a live tenant is offered no sample, draws none and takes none, and tells no code [API-10]', async () => {
  const { live, url, token } = await liveOrder();
  const visitor = new Customer(reident.url);
  await visitor.open(new URL(url).pathname, 'POST');
  await visitor.call('/start', { phone: '0151 1234567', consents: TICKED, language: 'en' });
  const told = await visitor.state();
  expect(told.body.screen).toMatchObject({ id: 'code' });
  expect(told.body.sandboxCode).toBeNull();
  await visitor.call('/code', { code: await codeOf(live.id, visitor) });
  await visitor.call('/introduction');
  await visitor.call('/document', { kind: 'passport', issuingState: 'AUT' });
  const { body } = await visitor.state();
  expect(body.steps.length).toBeGreaterThan(0);
  expect(body.steps.flatMap(({ samples }) => samples)).toEqual([]);
  const drawn = await visitor.call('/sample', { step: 'document_data_page', scenario: 'clean' });
  expect(drawn.body.error?.code).toBe('files_not_allowed');
  const reserved = await visitor.reserveUpload(Buffer.alloc(500), await visitor.nonce('document_data_page'), {
    source: 'sample',
  });
  expect(reserved.body.error?.code).toBe('files_not_allowed');
  const events = await fetch(`${reident.url}/reident/v1/events`, { headers: { authorization: `Bearer ${token}` } });
  expect(((await events.json()) as { events: object[] }).events).toHaveLength(2);
});

test('what is not on offer is not drawn', async () => {
  const answer = await customer.call('/sample', { step: 'document_data_page', scenario: 'selfie_mask' });
  expect(answer.body.error?.code).toBe('bad_request');
});

/** An identification of a live tenant, requested. */
async function liveOrder(): Promise<{ live: Tenant; url: string; token: string }> {
  const { database } = reident.platform;
  const live = await createTenant(database, { company: 'north', name: 'North Bank', kind: 'live' });
  const { clientId } = await createClient(database, live.id);
  const { token } = await issueToken(database, { tenantId: live.id, clientId });
  const call = async (method: string, path: string, body: object = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${reident.url}${path}`, { method, headers, body: JSON.stringify(body) });
    return (await response.json()) as { id: string; url: string };
  };
  const address = { line_1: 'Teststraße 1', postal_code: '10117', city: 'Berlin', country: 'DE' };
  const person = { first_name: 'X-AUTOTEST-HAPPYPATH', identified_at: '2020-01-01T00:00:00Z', address };
  const base = `/v1/persons/${(await call('POST', '/v1/persons', person)).id}/identifications`;
  const { id } = await call('POST', base, { method: 'idnow_autoident' });
  return { live, token, url: (await call('PATCH', `${base}/${id}/request`)).url };
}

/** The code that a message would have carried. */
async function codeOf(tenantId: string, { cookie }: Customer): Promise<string> {
  const found = await findCaptureSession(reident.platform.database, cookie?.split('=')[1] ?? '');
  expect(found?.tenantId).toBe(tenantId);
  return found?.session.flow.code?.value ?? '';
}

async function inOpenSession<T>(act: (tx: TenantTx, openSession: OpenSession) => Promise<T>): Promise<T> {
  const token = customer.cookie?.split('=')[1] ?? '';
  const found = await findCaptureSession(reident.platform.database, token);
  if (found === null) throw new Error('the session is gone');
  return reident.platform.database.inTenant(found.tenantId, async (tx) =>
    act(tx, await resumeSession(tx, found.session)),
  );
}
