/** What exists for tests has no effect in a live tenant: one row per hook, and no hook of the API without a row [API-10]. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GUIDE_SCENARIOS, REASON_CODES } from '@reident/domain';
import { parsePhoneNumber, SANDBOX_NUMBER, sandboxChanges, scenarioOf } from '@reident/platform';
import { leaseJobs, projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeIdentification, makeIdentification, makePerson } from '../../../../tests/fixtures/api/make.ts';
import { startTestApi, type TestApi, type TestPartner } from '../../../../tests/fixtures/api/start-test-api.ts';
import { OPERATIONS } from '../index.ts';
import { SANDBOX_CODE } from '../persons/confirm-by-code.ts';

let api: TestApi;
let live: TestPartner;
let made: MadeIdentification;
let subscriptionId: string;

beforeAll(async () => {
  api = await startTestApi();
  live = await api.addPartner({ kind: 'live' });
  const { insertSubscription, updateSettings } = await import('@reident/store');
  await api.platform.database.inTenant(live.tenant.id, (tx) =>
    updateSettings(tx, { formerIdentification: 'any' }, { kind: 'system', id: null }),
  );
  made = await makeIdentification(live, { requested: true });
  const order = { eventType: 'IDENTIFICATION', url: 'https://partner.example/', secret: 'x'.repeat(43) };
  subscriptionId = await api.platform.database.inTenant(
    live.tenant.id,
    async (tx) => (await insertSubscription(tx, order, { kind: 'partner', id: live.clientId })).id,
  );
});

afterAll(() => api.close());

/** Operations that only tests call, with a call that would have an effect in the sandbox. */
// biome-ignore format: a table
const HOOK_OPERATIONS: Readonly<Record<string, () => [path: string, body?: unknown]>> = {
  moveClock:                 () => ['/sandbox/clock', { advance: 'PT24H' }],
  readClock:                 () => ['/sandbox/clock'],
  setOutcome:                () => [`/sandbox/identifications/${made.id}/outcome`, { result: 'SUCCESS' }],
  playChaos:                 () => [`/sandbox/webhooks/${subscriptionId}/chaos`, { fault: 'twice' }],
  endChaos:                 () => [`/sandbox/webhooks/${subscriptionId}/chaos`],
  updatePersonForDevelopment: () => [`/v1/persons/${made.personId}/update_for_development`, { birth_city: 'Bonn' }],
  testDocumentUpdate:        () => [`/v1/persons/${made.personId}/test_id_document_update`],
};

const hooks = OPERATIONS.filter(
  ({ text, sandboxOnly }) => sandboxOnly || text.tag === 'Sandbox' || /sandbox|test|development/.test(text.path),
);

/** Everything of the tenant that a hook could have changed, and the time it lives in. */
async function stateOf({ call }: TestPartner, { path, personId }: MadeIdentification): Promise<unknown> {
  const [identification, person, webhooks, events] = [
    await call('GET', path),
    await call('GET', `/v1/persons/${personId}`),
    await call('GET', `/reident/v1/webhooks/${subscriptionId}`),
    await call('GET', '/reident/v1/events'),
  ];
  const aheadMs = await api.platform.database.inTenant(live.tenant.id, async (tx) => tx.now.getTime() - Date.now());
  expect(Math.abs(aheadMs)).toBeLessThan(60_000);
  return [identification.body, person.body, webhooks.body, events.body];
}

describe('a hook of the API in a live tenant [API-10]', () => {
  it('has a row here', () => {
    expect(hooks.map(({ name }) => name).sort()).toEqual(Object.keys(HOOK_OPERATIONS).sort());
  });

  it.each(hooks.map((hook) => [hook.name, hook.text.method, hook] as const))(
    '%s is refused and changes nothing',
    async (name, method, { sandboxOnly }) => {
      expect(sandboxOnly).toBe(true);
      const [path, body] = HOOK_OPERATIONS[name]?.() ?? [''];
      const before = await stateOf(live, made);
      expect(await live.call(method, path, body)).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'unauthorized_action' }] },
      });
      expect(await stateOf(live, made)).toEqual(before);
    },
  );
});

describe('a name, a number or a code of the sandbox in a live tenant [API-10]', () => {
  const cases = [...Object.keys(GUIDE_SCENARIOS), ...REASON_CODES];

  it.each(['X-MANUALTEST', 'X-AUTOTEST'])('%s-… is a name like any other, with every test case', (prefix) => {
    for (const name of cases.map((testCase) => `${prefix}-${testCase}`)) {
      expect(scenarioOf(live.tenant, { first_name: name })).toBeNull();
      expect(scenarioOf(live.tenant, { last_name: name })).toBeNull();
      expect(scenarioOf(api.partner.tenant, { last_name: name }), name).not.toBeNull();
    }
  });

  it('X-AUTOTEST-… sets no robot to work', async () => {
    const person = { first_name: 'X-AUTOTEST-HAPPYPATH' };
    const robots = () => leaseJobs(api.platform.database, { kinds: ['robot'], limit: 100, leaseSeconds: 60 });
    const { path } = await makeIdentification(live, { person, requested: true });
    expect(await robots()).toEqual([]);
    expect((await live.call('GET', path)).body.status).toBe('pending');
    await makeIdentification(api.partner, { person, requested: true });
    expect(await robots()).toHaveLength(1);
  });

  it('a slip in a test case is a name as well', async () => {
    expect((await live.call('POST', '/v1/persons', { first_name: 'X-MANUALTEST-HAPYPATH' })).status).toBe(201);
  });

  it(`${SANDBOX_CODE} confirms no number, also where a message was sent`, async () => {
    const path = `/v1/persons/${await makePerson(live)}/mobile_number`;
    await live.call('POST', path, { number: '+4915112345678' });
    // Nothing carries messages in this test, so the code is stored and never seen.
    expect((await live.call('POST', `${path}/authorize`, { number: '+4915112345678' })).status).toBe(503);
    const confirmed = await live.call('POST', `${path}/confirm`, { number: '+4915112345678', token: SANDBOX_CODE });
    expect(confirmed).toMatchObject({ status: 403, body: { errors: [{ code: 'invalid_tan' }] } });
    expect((await live.call('GET', path)).body.verified).toBe(false);
  });

  it('static authorizes no change', async () => {
    const id = await waitingChange();
    const asked = await live.call('POST', `/v1/change_requests/${id}/authorize`, { delivery_method: 'static' });
    expect(asked).toMatchObject({ status: 403, body: { errors: [{ code: 'unauthorized_action' }] } });
    expect((await live.call('POST', `/v1/change_requests/${id}/confirm`, { tan: SANDBOX_CODE })).status).toBe(422);
  });

  it('the number of the sandbox is one that has to be sent to, and an ordered change of data changes none', () => {
    expect(parsePhoneNumber(SANDBOX_NUMBER, 'live')).toBe(SANDBOX_NUMBER);
    expect(parsePhoneNumber('0151 1234567', 'live')).toBe('+491511234567');
    expect(sandboxChanges(live.tenant, 'SUCCESS_DATA_CHANGED', { last_name: 'Muster' })).toEqual({});
    expect(sandboxChanges(api.partner.tenant, 'SUCCESS_DATA_CHANGED', { last_name: 'Muster' })).not.toEqual({});
  });
});

/**
 * Every file that asks whether a tenant is a sandbox or live: what for, and which test shows that a live tenant gets none
 * of it. A new hook joins here, because its file is missing.
 */
// biome-ignore format: a table
const PLACES: Readonly<Record<string, [what: string, test: string]>> = {
  'apps/api/operations/persons/confirm-by-code.ts':                   ['the fixed code',                    'apps/api/operations/sandbox/test-hooks.test.ts'],
  'apps/api/operations/persons/authorize-change-request.ts': ['static authorization',            'apps/api/operations/sandbox/test-hooks.test.ts'],
  'apps/api/operations/persons/reject-mistyped-test-case.ts':         ['slips in test cases',               'apps/api/operations/sandbox/test-hooks.test.ts'],
  'apps/api/pipeline/run-operation.ts':                     ['operations for tests',              'apps/api/operations/sandbox/test-hooks.test.ts'],
  'apps/capture/server/codes-can-be-sent.ts':      ['codes on the screen',               'apps/capture/server/draw-sample.test.ts'],
  'apps/capture/server/draw-sample.ts':            ['drawn samples',                     'apps/capture/server/draw-sample.test.ts'],
  'apps/capture/server/enter-by-phone.ts':         ['codes on the screen',               'apps/capture/server/draw-sample.test.ts'],
  'apps/capture/server/page.ts':                   ['what the page says about itself',   'apps/capture/server/draw-sample.test.ts'],
  'apps/capture/server/to-state.ts':               ['codes and samples on the screen',   'apps/capture/server/draw-sample.test.ts'],
  'packages/platform/session/phone.ts':         ['numbers that begin with 0',         'packages/platform/session/phone.test.ts'],
  'packages/platform/session/start.ts':         ['any number for whoever has none',   'apps/capture/server/draw-sample.test.ts'],
  'packages/platform/session/upload.ts':        ['drawn samples',                     'apps/capture/server/draw-sample.test.ts'],
  'packages/platform/kyc-report/write-kyc-report.ts': ['the mark in the report',        'packages/platform/kyc-report/write-kyc-report.test.ts'],
  'packages/platform/provider/sandbox/changes-of.ts':      ['ordered changes of data',           'apps/api/operations/sandbox/test-hooks.test.ts'],
  'packages/platform/provider/sandbox/scenario-of.ts':     ['test cases',                        'apps/api/operations/sandbox/test-hooks.test.ts'],
  'packages/platform/campaigns/addresses.ts':      ['reserved names only',               'packages/platform/campaigns/addresses.test.ts'],
  'packages/platform/campaigns/send-message.ts':   ['text messages that reach nobody',   'apps/api/operations/campaigns/campaigns.test.ts'],
  'packages/store/webhooks/subscriptions.ts':       ['chaos',                             'apps/api/operations/webhooks/subscription-care.test.ts'],
  'packages/store/tenants/tenants.ts':             ['the clock, and the way to live',    'packages/store/tenants/settings.test.ts'],
  'packages/store/queue/deliveries.ts':            ['receivers on this machine',         'apps/api/operations/webhooks/subscriptions.test.ts'],
  'packages/domain/tenant-settings/rules.ts':              ['addresses on this machine',         'packages/domain/tenant-settings/exact-origins.test.ts'],
  'packages/domain/tenant-settings/tenant-settings.ts':             ['defaults of settings',              'packages/store/tenants/settings.test.ts'],
  'packages/webhooks/create-subscription.ts':      ['receivers on this machine',         'apps/api/operations/webhooks/subscriptions.test.ts'],
  'packages/webhooks/enable-subscription.ts':      ['receivers on this machine',         'apps/api/operations/webhooks/subscription-care.test.ts'],
};

describe('what asks for the kind of a tenant [API-10]', () => {
  const root = projectRoot();

  it('stands in the table, with a test that speaks of live tenants', () => {
    const files = ['apps', 'packages'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(folder, ...file.split(path.sep)))
        .filter(
          (file) =>
            /(?<!\.test)\.ts$/.test(file) && !/node_modules|\/testing\/|^apps\/cli|^packages\/client/.test(file),
        ),
    );
    const asking = files.filter((file) =>
      /kind\s*[!=]==\s*'sandbox'/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(asking.sort()).toEqual(Object.keys(PLACES).sort());
    for (const [, test] of Object.values(PLACES))
      expect(readFileSync(path.join(root, test), 'utf8'), test).toMatch(/live/);
  });
});

/** A change of a live tenant that waits for the person, who has a verified number. */
async function waitingChange(): Promise<string> {
  const { expectNumberCode, findMobileNumber, proveNumberCode } = await import('@reident/store');
  const personId = await makePerson(live, { email: 'old@example.org' });
  await live.call('POST', `/v1/persons/${personId}/mobile_number`, { number: '+4915112345678' });
  await api.platform.database.inTenant(live.tenant.id, async (tx) => {
    await expectNumberCode(tx, await findMobileNumber(tx, personId), '123456', new Date(tx.now.getTime() + 60_000));
    const mobile = await findMobileNumber(tx, personId);
    await proveNumberCode(tx, mobile, '123456', { kind: 'partner', id: live.clientId });
  });
  const asked = await live.call<{ id: string }>('PATCH', `/v1/persons/${personId}`, { email: 'new@example.org' });
  expect(asked.status).toBe(202);
  return asked.body.id;
}
