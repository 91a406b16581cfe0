import { insertSubscription } from '@reident/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;
let partner: TestPartner;
let personId: string;

const NUMBER = '+15550101';

beforeAll(async () => {
  api = await startTestApi();
});

beforeEach(async () => {
  partner = await api.addPartner();
  personId = await makePerson(partner, { email: 'old@example.org', address: { city: 'Bonn', country: 'DE' } });
});

afterAll(() => api.close());

interface Change {
  id: string;
  status: string;
  url: string;
}

const mobile = (method: 'GET' | 'POST' | 'DELETE', path = '', body?: object) =>
  partner.call<ErrorsBody & { id: string; verified: boolean }>(
    method,
    `/v1/persons/${personId}/mobile_number${path}`,
    body,
  );

async function verifyNumber() {
  await mobile('POST', '', { number: NUMBER });
  await mobile('POST', '/authorize', { number: NUMBER });
  await mobile('POST', '/confirm', { number: NUMBER, token: '212212' });
}

async function askForChange(change: object = { email: 'new@example.org' }) {
  await verifyNumber();
  return partner.call<Change>('PATCH', `/v1/persons/${personId}`, change);
}

const step = (id: string, name: 'authorize' | 'confirm', body: object) =>
  partner.call<ErrorsBody & Record<string, unknown>>('POST', `/v1/change_requests/${id}/${name}`, body);

describe('a mobile number', () => {
  it('is added, authorized and confirmed with the code of the sandbox', async () => {
    const added = await mobile('POST', '', { number: '+1 555-0101' });
    expect(added).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/cmno$/), number: NUMBER, verified: false },
    });
    expect(await mobile('POST', '/authorize', { number: NUMBER })).toMatchObject({
      status: 201,
      body: { verified: false },
    });
    const confirmed = await mobile('POST', '/confirm', { number: NUMBER, token: '212212' });
    expect(confirmed).toMatchObject({ status: 201, body: { verified: true } });
    expect((await mobile('GET')).body).toEqual(confirmed.body);
  });

  it('is not the attribute mobile_number of the person', async () => {
    await verifyNumber();
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.mobile_number).toBeNull();
  });

  it('exists once per person', async () => {
    await mobile('POST', '', { number: NUMBER });
    const second = await mobile('POST', '', { number: '+4915112345678' });
    expect(second).toMatchObject({ status: 409, body: { errors: [{ code: 'mobile_number_exists' }] } });
  });

  it.each(['015112345678', '+0123456789', '+49', 'number'])('%s is not one', async (number) => {
    expect((await mobile('POST', '', { number })).body.errors[0]).toMatchObject({
      code: 'invalid_model',
      source: { field: 'number' },
    });
  });

  it('that nobody added is not found', async () => {
    expect((await mobile('GET')).status).toBe(404);
    expect((await mobile('POST', '/authorize', { number: NUMBER })).status).toBe(404);
    await mobile('POST', '', { number: NUMBER });
    expect((await mobile('POST', '/authorize', { number: '+4915112345678' })).status).toBe(404);
  });

  it('has three tries, and then needs another code', async () => {
    await mobile('POST', '', { number: NUMBER });
    await mobile('POST', '/authorize', { number: NUMBER });
    for (let n = 0; n < 3; n += 1) {
      expect(await mobile('POST', '/confirm', { number: NUMBER, token: '000000' })).toMatchObject({
        status: 403,
        body: { errors: [{ code: 'invalid_tan' }] },
      });
    }
    expect((await mobile('POST', '/confirm', { number: NUMBER, token: '212212' })).status).toBe(403);
    await mobile('POST', '/authorize', { number: NUMBER });
    expect((await mobile('POST', '/confirm', { number: NUMBER, token: '212212' })).status).toBe(201);
  });

  it('has a code that ends after ten minutes', async () => {
    await mobile('POST', '', { number: NUMBER });
    await mobile('POST', '/authorize', { number: NUMBER });
    await partner.call('POST', '/sandbox/clock', { advance: 'PT11M' });
    expect((await mobile('POST', '/confirm', { number: NUMBER, token: '212212' })).status).toBe(403);
  });

  it('that is not verified is deleted at once; a verified one asks the person', async () => {
    await mobile('POST', '', { number: NUMBER });
    expect((await mobile('DELETE', '', { number: NUMBER })).status).toBe(200);
    expect((await mobile('GET')).status).toBe(404);
    await verifyNumber();
    const asked = await mobile('DELETE', '', { number: NUMBER });
    expect(asked.status).toBe(202);
    expect((await mobile('GET')).status).toBe(200);
    await step(asked.body.id, 'authorize', { delivery_method: 'static' });
    expect((await step(asked.body.id, 'confirm', { tan: '212212' })).body).toMatchObject({ status: 'COMPLETED' });
    expect((await mobile('GET')).status).toBe(404);
  });

  it('is deleted once, however many ask for it at the same moment, and told once', async () => {
    const order = {
      eventType: 'PERSON_MOBILE_NUMBER_DELETED',
      url: 'https://partner.example/',
      secret: 'x'.repeat(43),
    };
    await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      insertSubscription(tx, order, { kind: 'partner', id: partner.clientId }),
    );
    await mobile('POST', '', { number: NUMBER });
    const answers = await Promise.all(Array.from({ length: 6 }, () => mobile('DELETE', '', { number: NUMBER })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    const told = await partner.call<unknown[]>('GET', '/reident/v1/deliveries');
    expect(told.body).toHaveLength(1);
  });

  it('gets at most 60 codes an hour', async () => {
    await mobile('POST', '', { number: NUMBER });
    const answers = await Promise.all(
      Array.from({ length: 62 }, () => mobile('POST', '/authorize', { number: NUMBER })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(60);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({
      headers: { 'retry-after': '3600' },
      body: { errors: [{ code: 'too_many_requests' }] },
    });
    await partner.call('POST', '/sandbox/clock', { advance: 'PT1H' });
    expect((await mobile('POST', '/authorize', { number: NUMBER })).status).toBe(201);
  });

  it('of a live tenant has no static code [API-10]', async () => {
    partner = await api.addPartner({ kind: 'live' });
    personId = await makePerson(partner, { email: 'a@example.org' });
    await mobile('POST', '', { number: NUMBER });
    expect((await mobile('POST', '/authorize', { number: NUMBER })).status).toBe(503);
    expect((await mobile('POST', '/confirm', { number: NUMBER, token: '212212' })).status).toBe(403);
  });
});

describe('a change request', () => {
  it('changes the person once it is authorized and confirmed', async () => {
    const asked = await askForChange({ email: 'new@example.org', address: { city: 'Köln' } });
    expect(asked).toMatchObject({
      status: 202,
      body: { id: expect.stringMatching(/csc$/), status: 'AUTHORIZATION_REQUIRED' },
    });
    expect(asked.body.url).toContain(`/v1/change_requests/${asked.body.id}/authorize`);
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.email).toBe('old@example.org');

    const authorized = await step(asked.body.id, 'authorize', {
      delivery_method: 'mobile_number',
      person_id: personId,
    });
    expect(authorized).toMatchObject({ status: 201, body: { status: 'CONFIRMATION_REQUIRED' } });
    const confirmed = await step(asked.body.id, 'confirm', { person_id: personId, tan: '212212' });
    expect(confirmed).toMatchObject({ status: 202, body: { status: 'COMPLETED', response_code: 200 } });
    const now = await partner.call('GET', `/v1/persons/${personId}`);
    expect(now.body).toEqual(confirmed.body.response_body);
    expect(now.body).toMatchObject({ email: 'new@example.org', address: { city: 'Köln', country: 'DE' } });
  });

  it('is void after three wrong codes, and changes nothing', async () => {
    const { body } = await askForChange();
    await step(body.id, 'authorize', { delivery_method: 'static' });
    for (let n = 0; n < 3; n += 1) expect((await step(body.id, 'confirm', { tan: '000000' })).status).toBe(403);
    expect(await step(body.id, 'confirm', { tan: '212212' })).toMatchObject({ status: 422 });
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.email).toBe('old@example.org');
  });

  it('counts wrong codes over all codes that were sent for it', async () => {
    const { body } = await askForChange();
    for (let n = 0; n < 3; n += 1) {
      await step(body.id, 'authorize', { delivery_method: 'mobile_number', person_id: personId });
      expect((await step(body.id, 'confirm', { tan: '000000' })).status).toBe(403);
    }
    expect((await step(body.id, 'authorize', { delivery_method: 'mobile_number' })).status).toBe(422);
  });

  it('is not authorized by a number that took the place of the verified one', async () => {
    const { body } = await askForChange();
    const deletion = await mobile('DELETE', '', { number: NUMBER });
    await step(deletion.body.id, 'authorize', { delivery_method: 'static' });
    await step(deletion.body.id, 'confirm', { tan: '212212' });
    expect((await step(body.id, 'authorize', { delivery_method: 'mobile_number' })).status).toBe(404);
    await mobile('POST', '', { number: '+4915112345678' });
    expect(await step(body.id, 'authorize', { delivery_method: 'mobile_number' })).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'unauthorized_change_request' }] },
    });
  });

  it('is authorized by the static code of the sandbox without a number', async () => {
    const { body } = await askForChange();
    const deletion = await mobile('DELETE', '', { number: NUMBER });
    await step(deletion.body.id, 'authorize', { delivery_method: 'static' });
    await step(deletion.body.id, 'confirm', { tan: '212212' });
    expect((await step(body.id, 'authorize', { delivery_method: 'static' })).status).toBe(201);
    expect((await step(body.id, 'confirm', { tan: '212212' })).status).toBe(202);
  });

  it('ends after five minutes', async () => {
    const { body } = await askForChange();
    await step(body.id, 'authorize', { delivery_method: 'static' });
    await partner.call('POST', '/sandbox/clock', { advance: 'PT5M' });
    expect(await step(body.id, 'confirm', { tan: '212212' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'unprocessable_entity' }] },
    });
  });

  it('happens once', async () => {
    const { body } = await askForChange();
    await step(body.id, 'authorize', { delivery_method: 'static' });
    const answers = await Promise.all([1, 2, 3].map(() => step(body.id, 'confirm', { tan: '212212' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422]);
  });

  it('cannot be confirmed before it is authorized, nor by another person', async () => {
    const { body } = await askForChange();
    expect((await step(body.id, 'confirm', { tan: '212212' })).status).toBe(422);
    await step(body.id, 'authorize', { delivery_method: 'static' });
    const other = await makePerson(partner);
    expect((await step(body.id, 'confirm', { tan: '212212', person_id: other })).status).toBe(403);
  });
});

describe('the confirmation of the data', () => {
  const person = async () => (await partner.call('GET', `/v1/persons/${personId}`)).body;
  const today = async () => (await partner.call<{ now: string }>('GET', '/sandbox/clock')).body.now.slice(0, 10);
  const inFiveYears = (day: string) => {
    const date = new Date(day);
    return new Date(date.setUTCFullYear(date.getUTCFullYear() + 5)).toISOString().slice(0, 10);
  };

  it('is due five years after the person was created, or after the day that the partner names', async () => {
    const { body } = await partner.call('POST', '/v1/persons', { aml_confirmed_on: '2024-02-29T00:00:00Z' });
    expect(body).toMatchObject({ aml_confirmed_on: '2024-02-29', aml_follow_up_date: '2029-03-01' });
    const late = await partner.call('POST', '/v1/persons', { aml_confirmed_on: '9998-01-01' });
    expect(late.body.aml_follow_up_date).toBe('9999-12-31');
    const before = await today();
    const created = await partner.call('POST', '/v1/persons', { first_name: 'Erika' });
    expect(created.body.aml_confirmed_on).toBeNull();
    expect([before, await today()].map(inFiveYears)).toContain(created.body.aml_follow_up_date);
  });

  it('moves the next one: at once where there was none before, by a change request afterwards', async () => {
    const first = await partner.call('PATCH', `/v1/persons/${personId}`, { aml_confirmed_on: '2026-01-31' });
    expect(first).toMatchObject({ status: 200, body: { aml_follow_up_date: '2031-01-31' } });
    const asked = await askForChange({ aml_confirmed_on: '2026-05-06', email: 'new@example.org' });
    expect(asked.status).toBe(202);
    expect((await person()).aml_follow_up_date).toBe('2031-01-31');
    await step(asked.body.id, 'authorize', { delivery_method: 'static' });
    const confirmed = await step(asked.body.id, 'confirm', { tan: '212212' });
    expect(confirmed.body.response_body).toMatchObject({
      aml_confirmed_on: '2026-05-06',
      aml_follow_up_date: '2031-05-06',
      email: 'new@example.org',
    });
  });

  it('is as often as the tenant says, and another change does not move it', async () => {
    partner = await api.addPartner({ settings: { amlCycleYears: 1 } });
    const { body } = await partner.call<{ id: string }>('POST', '/v1/persons', { aml_confirmed_on: '2026-01-31' });
    const changed = await partner.call('PATCH', `/v1/persons/${body.id}`, { job_title: 'Baker' });
    expect(changed.body).toMatchObject({ aml_confirmed_on: '2026-01-31', aml_follow_up_date: '2027-01-31' });
  });
});

describe('a change for development', () => {
  it('sets the day of the next confirmation in the sandbox, and nowhere else [API-10]', async () => {
    const path = `/v1/persons/${personId}/update_for_development`;
    const changed = await partner.call('PATCH', path, { aml_follow_up_date: '2027-01-31' });
    expect(changed).toMatchObject({
      status: 200,
      body: { aml_follow_up_date: '2027-01-31', email: 'old@example.org' },
    });
    const live = await api.addPartner({ kind: 'live' });
    const id = await makePerson(live);
    expect((await live.call('PATCH', `/v1/persons/${id}/update_for_development`, { birth_city: 'Bonn' })).status).toBe(
      403,
    );
  });
});
