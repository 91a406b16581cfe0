/** Who may call what: one row per route, made from the operations, so a new route cannot be forgotten [API-3]. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindDevice, newDeviceKey } from '../../../tests/fixtures/api/bind-device.ts';
import { makeIdentification, makePerson, multipart, report } from '../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../tests/fixtures/api/start-test-api.ts';
import { VirtualClock } from '../../../tests/fixtures/rekyc/virtual-clock.ts';
import type { NamedOperation } from '../contract/define-operation.ts';
import { OPERATIONS } from '../operations/index.ts';

let api: TestApi;
let stranger: TestPartner;
/** Ids of objects of `api.partner`, by the name of the path parameter and the route they stand in. */
let owned: (operation: NamedOperation) => string;

beforeAll(async () => {
  api = await startTestApi();
  stranger = await api.addPartner();
  const subscriptionId = await subscriptionOf(api);
  const { personId, id, path } = await makeIdentification(api.partner, { requested: true });
  await report(api.partner, id, 'SUCCESS');
  const { body } = await api.partner.call<{ documents: { id: string }[] }>('GET', `${path}?include_documents=true`);
  const changeRequestId = await changeRequestOf(api, personId);
  const bound = await bindDevice(api.partner, personId);
  const deliveries = await api.partner.call<{ id: string }[]>('GET', '/reident/v1/deliveries');
  const deliveryId = deliveries.body[0]?.id ?? '';
  const reKyc = await reKycOf(api);
  const ids: [RegExp, string][] = [
    [/deletion_proofs\/\{person_id\}/, reKyc.erasedId],
    [/campaigns\/\{id\}/, reKyc.campaignId],
    [/invitations\/\{id\}/, reKyc.invitationId],
    [/identification_batches\/\{id\}/, reKyc.batchId],
    [/\{action\}/, 'pause'],
    [/\{code\}/, 'own'],
    [/\{person_id\}/, personId],
    [/identifications\/\{id\}/, id],
    [/documents\/\{id\}/, body.documents[0]?.id ?? ''],
    [/webhooks\/\{id\}/, subscriptionId],
    [/change_requests\/\{id\}/, changeRequestId],
    [/deliveries\/\{id\}/, deliveryId],
    [/devices\/\{id\}/, bound.deviceId],
    [/signatures\/\{id\}/, bound.deviceId],
  ];
  owned = ({ text }) =>
    ids.reduce<string>(
      (url, [pattern, value]) => url.replace(pattern, (match) => match.replace(/\{\w+\}/, value)),
      text.path,
    );
});

afterAll(() => api.close());

async function subscriptionOf({ platform, partner }: TestApi): Promise<string> {
  const { insertSubscription } = await import('@reident/store');
  const order = { eventType: 'IDENTIFICATION', url: 'https://partner.example/', secret: 'x'.repeat(43) };
  const { id } = await platform.database.inTenant(partner.tenant.id, (tx) =>
    insertSubscription(tx, order, { kind: 'partner', id: partner.clientId }),
  );
  return id;
}

/** The person gets a verified number, and the wish to delete it waits for the person. */
async function changeRequestOf({ partner }: TestApi, personId: string): Promise<string> {
  const path = `/v1/persons/${personId}/mobile_number`;
  const number = '+15550101';
  await partner.call('POST', path, { number });
  await partner.call('POST', `${path}/authorize`, { number });
  await partner.call('POST', `${path}/confirm`, { number, token: '212212' });
  return (await partner.call<{ id: string }>('DELETE', path, { number })).body.id;
}

/** Somebody who was erased, a campaign that has invited somebody by letter, and a batch. */
async function reKycOf({ platform, partner, send: call }: TestApi) {
  const erasedId = await makePerson(partner);
  await partner.call('POST', `/reident/v1/persons/${erasedId}/erasure`, {});
  const address = { line_1: 'Hauptstraße 1', postal_code: '10115', city: 'Berlin', country: 'DE' };
  const invitedId = await makePerson(partner, { identified_at: '2020-01-01T00:00:00Z', address });
  // At any hour of any day: what is tested here is not when.
  const times = { from_hour: 0, to_hour: 24, weekdays: [1, 2, 3, 4, 5, 6, 7], skip_holidays: false };
  const plan = { name: 'All', who: { person_ids: [invitedId] }, per_day: 1, channels: ['letter'], times };
  const campaign = await partner.call<{ id: string }>('POST', '/reident/v1/campaigns', plan);
  await partner.call('POST', `/reident/v1/campaigns/${campaign.body.id}/start`);
  await new VirtualClock(platform, partner.tenant).work();
  const invitations = await partner.call<{ id: string }[]>('GET', `/reident/v1/invitations?person_id=${invitedId}`);
  const file = {
    field: 'file',
    name: 'p.csv',
    contentType: 'text/csv',
    bytes: Buffer.from(`person_id\n${invitedId}\n`),
  };
  const { payload, contentType } = multipart({}, [file]);
  const headers = { authorization: `Bearer ${partner.token}`, 'content-type': contentType };
  const batch = await call({ method: 'POST', url: '/reident/v1/identification_batches', headers, payload });
  return {
    erasedId,
    campaignId: campaign.body.id,
    invitationId: invitations.body[0]?.id ?? '',
    batchId: (batch.json() as { id: string }).id,
  };
}

/** A body that the operation accepts, so that only the right to call it decides. */
// biome-ignore format: a table
const BODIES: Readonly<Record<string, unknown>> = {
  createPerson:                    {},
  updatePerson:                    { email: 'a@example.org' },
  createIdentification:            { method: 'idnow_autoident' },
  requestIdentification:           {},
  checkEligibility:                { method: 'idnow_autoident' },
  updateDocument:                  { customer_accessible: true },
  createSubscription:              { event_type: 'IDENTIFICATION', url: 'https://10.0.0.1/' },
  moveClock:                       { advance: 'PT1S' },
  setOutcome:                      { result: 'CANCELED' },
  playChaos:                       { fault: 'twice' },
  createMobileNumber:              { number: '+15550101' },
  deleteMobileNumber:              { number: '+15550101' },
  authorizeMobileNumber:           { number: '+15550101' },
  confirmMobileNumber:             { number: '+15550101', token: '212212' },
  authorizeChangeRequest:          { delivery_method: 'static' },
  confirmChangeRequest:            { tan: '212212' },
  updatePersonForDevelopment:      { birth_city: 'Bonn' },
  erasePerson:                     { relationship_ended_on: '2100-01-31' },
  createDevice:                    { person_id: 'f'.repeat(32), name: 'Phone', key_type: 'ecdsa-p256', key: newDeviceKey().publicKey },
  verifyDevice:                    { signature: '00'.repeat(64) },
  endRelationship:                 { ended_on: '2100-01-31' },
  extendRetention:                 { file_number: 'GZ 1', keep_until: '2028-01-31' },
  setRiskProfile:                  { risk_class: 'normal' },
  reportPersonEvent:               { kind: 'moved' },
  saveRiskClass:                   { law_class: 'normal', cycle_years: 3 },
  createCampaign:                  { name: 'A', who: {}, per_day: 1, channels: ['letter'] },
  updateCampaign:                  { name: 'A', who: {}, per_day: 1, channels: ['letter'] },
  replayDeliveries:                { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
};

function send(operation: NamedOperation, url: string, authorization?: string) {
  const headers = { ...(authorization && { authorization }) };
  const { method } = operation.text;
  if (operation.body === null) return api.send({ method, url, headers });
  if (operation.consumes === 'multipart') {
    const file = { field: 'file', name: 'a.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') };
    const { payload, contentType } = multipart({ document_type: 'OTHER' }, [file]);
    return api.send({ method, url, headers: { ...headers, 'content-type': contentType }, payload });
  }
  expect(BODIES, `${operation.name} needs a body in this test`).toHaveProperty(operation.name);
  return api.send({
    method,
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(BODIES[operation.name]),
  });
}

const withToken = OPERATIONS.filter(({ run }) => run.kind !== 'open');
/** A code, such as that of a risk class, is the caller's own word and names nothing of anybody else. */
const withIds = withToken.filter(({ text }) => /\{(\w+_)?id\}/.test(text.path));

describe('every operation [API-3]', () => {
  it('is open only where it gives out tokens', () => {
    expect(OPERATIONS.filter(({ run }) => run.kind === 'open').map(({ name }) => name)).toEqual([
      'issueToken',
      'issueTokenLegacy',
    ]);
  });

  it.each(withToken.map((operation) => [operation.name, operation] as const))(
    '%s needs a token',
    async (_, operation) => {
      const none = await send(operation, owned(operation));
      expect([none.statusCode, none.json().errors[0].code]).toEqual([401, 'token_required']);
      const bad = await send(operation, owned(operation), `Bearer ${'A'.repeat(43)}`);
      expect([bad.statusCode, bad.json().errors[0].code]).toEqual([401, 'invalid_token']);
    },
  );
});

describe('an object of another tenant looks like a missing one [API-4]', () => {
  it.each(withIds.map((operation) => [operation.name, operation] as const))('to %s', async (_, operation) => {
    const authorization = `Bearer ${stranger.token}`;
    const url = owned(operation);
    const missingUrl = url.replace(/[0-9a-f]{32}/g, 'f'.repeat(32));
    const otherTenants = await send(operation, url, authorization);
    const missing = await send(operation, missingUrl, authorization);
    const malformed = await send(operation, url.replace(/[0-9a-f]{32}/g, 'nonsense'), authorization);
    const texts = [otherTenants, missing].map((response) => {
      const { errors } = response.json() as ErrorsBody;
      return errors.map(({ id, ...error }) => ({ ...error, detail: error.detail.replace(/[0-9a-f]{32}/g, '*') }));
    });
    expect([otherTenants.statusCode, missing.statusCode, malformed.statusCode]).toEqual([404, 404, 404]);
    expect(texts[0]).toEqual(texts[1]);
    expect((malformed.json() as ErrorsBody).errors[0]?.code).toBe('model_not_found');
  });

  it('and nothing of the owner was changed or listed by the stranger', async () => {
    for (const url of ['/v1/persons', '/v1/identifications', '/v1/webhooks', '/reident/v1/deliveries']) {
      expect((await stranger.call('GET', url)).body, url).toEqual([]);
    }
    expect((await stranger.call('GET', '/reident/v1/events')).body).toMatchObject({ events: [] });
  });
});

describe('the owner of an object', () => {
  it.each(withIds.filter(({ text }) => text.method === 'GET').map((operation) => [operation.name, operation] as const))(
    'may %s',
    async (_, operation) => {
      expect((await send(operation, owned(operation), `Bearer ${api.partner.token}`)).statusCode).toBe(200);
    },
  );
});
