import { IDENT_RESULTS, isCarriedOut, METHOD_CODES } from '@reident/domain';
import { sql } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import { type ErrorsBody, startTestApi, type TestApi } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

type Identification = { id: string; status: string; failure_reason?: string; url: string; reference: string };

async function create(body: unknown, person: Record<string, unknown> = {}) {
  const personId = await makePerson(api.partner, person);
  return api.partner.call<Identification & ErrorsBody>('POST', `/v1/persons/${personId}/identifications`, body);
}

describe('creating an identification', () => {
  it('answers 13 fields of the guide and the person', async () => {
    const { status, body } = await create({
      method: 'idnow_autoident',
      language: 'DE',
      proof_of_address_type: 'GAS_BILL',
      proof_of_address_issued_at: '2022-09-21',
    });
    expect(status).toBe(201);
    expect(Object.keys(body)).toHaveLength(14);
    expect(body).toMatchObject({
      status: 'created',
      language: 'DE',
      proof_of_address_type: 'GAS_BILL',
      proof_of_address_issued_at: '2022-09-21',
    });
  });

  // biome-ignore format: a table
  it.each([
    // body                                                                    code                 field
    [{},                                                                      'validation_error', 'method'],
    [{ method: 'autoident' },                                                 'validation_error', 'method'],
    [{ method: 'IDNOW_AUTOIDENT' },                                           'validation_error', 'method'],
    [{ method: 1 },                                                           'type_error',       'method'],
    [{ method: 'idnow_autoident', language: 'de' },                           'validation_error', 'language'],
    [{ method: 'idnow_autoident', proof_of_address_type: 'RENT_BILL', proof_of_address_issued_at: '2022-09-21' }, 'validation_error', 'proof_of_address_type'],
    [{ method: 'idnow_autoident', proof_of_address_issued_at: '2022-09-21' }, 'validation_error', 'proof_of_address_type'],
    [{ method: 'idnow_autoident', proof_of_address_type: 'GAS_BILL' },        'validation_error', 'proof_of_address_issued_at'],
    [{ method: 'idnow_autoident', proof_of_address_type: 'GAS_BILL', proof_of_address_issued_at: '2022-13-01' }, 'invalid_model', 'proof_of_address_issued_at'],
  ])('with %j is refused', async (body, code, field) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({ code, source: { field } });
  });

  it.each(METHOD_CODES.filter((method) => !isCarriedOut(method)))(
    'by %s is not implemented, and says so',
    async (method) => {
      const { status, body } = await create({ method });
      expect(status).toBe(501);
      expect(body.errors[0]).toMatchObject({ code: 'not_implemented_error', source: { field: 'method' } });
    },
  );

  it('is for persons who live in Germany', async () => {
    const { status, body } = await create({ method: 'idnow_autoident' }, { address: { country: 'AT' } });
    expect(status).toBe(403);
    expect(body.errors[0]).toMatchObject({
      code: 'unauthorized_action',
      detail: expect.stringContaining('resides_in_germany'),
    });
  });

  it('is not for a first identification where the tenant asks for a former one', async () => {
    const partner = await api.addPartner({ settings: { formerIdentification: 'required' } });
    const refused = async (person: Record<string, unknown>) => {
      const personId = await makePerson(partner, person);
      return partner.call<ErrorsBody>('POST', `/v1/persons/${personId}/identifications`, { method: 'idnow_autoident' });
    };
    const address = { country: 'DE' };
    const first = await refused({ address });
    expect(first.status).toBe(403);
    expect(first.body.errors[0]?.detail).toContain('identified_before');
    expect((await refused({ identified_at: '2020-01-01T00:00:00Z' })).body.errors[0]?.detail).toContain(
      'resides_in_germany',
    );
    expect((await refused({ address, identified_at: '2020-01-01T00:00:00Z' })).status).toBe(201);
  });

  it('a hundred times at once for one person stores a hundred', async () => {
    const personId = await makePerson(api.partner);
    const base = `/v1/persons/${personId}/identifications`;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => api.partner.call<Identification>('POST', base, { method: 'idnow_autoident' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const list = await api.partner.call<Identification[]>('GET', `${base}?page[size]=1000`);
    expect(list.headers.total).toBe('100');
    expect(list.body.map(({ id }) => id).sort()).toEqual(answers.map(({ body }) => body.id).sort());
  });
});

describe('requesting an identification', () => {
  it('twice answers the same session', async () => {
    const { path } = await makeIdentification(api.partner);
    const first = await api.partner.call('PATCH', `${path}/request`);
    const second = await api.partner.call('PATCH', `${path}/request`, { device_data: 'x' });
    expect(first).toMatchObject({ status: 200, body: { status: 'pending' } });
    expect(second.body).toEqual({ ...first.body, estimated_waiting_time: expect.any(Number) });
  });

  it('takes no body, an empty one, or an empty one that claims to be JSON', async () => {
    const { token } = api.partner;
    for (const request of [{}, { payload: '{}' }, { payload: '' }]) {
      const { path } = await makeIdentification(api.partner);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await api.send({ method: 'PATCH', url: `${path}/request`, headers, ...request });
      expect(answer.statusCode).toBe(200);
    }
    const { path } = await makeIdentification(api.partner);
    const answer = await api.send({
      method: 'PATCH',
      url: `${path}/request`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.statusCode).toBe(200);
  });

  it.each(['SUCCESS', 'FAILED'])('after %s is a wrong status', async (result) => {
    const { path, id } = await makeIdentification(api.partner, { requested: true });
    await report(api.partner, id, result);
    const { status, body } = await api.partner.call<ErrorsBody>('PATCH', `${path}/request`);
    expect(status).toBe(412);
    expect(body.errors[0]?.code).toBe('wrong_status');
  });

  it('of another person’s identification finds nothing', async () => {
    const { id } = await makeIdentification(api.partner);
    const other = await makePerson(api.partner);
    const { status, body } = await api.partner.call<ErrorsBody>(
      'PATCH',
      `/v1/persons/${other}/identifications/${id}/request`,
    );
    expect(status).toBe(404);
    expect(body.errors[0]?.code).toBe('model_not_found');
  });
});

describe('an identification as it is read', () => {
  it('gives the reason of a cancellation and of an abort', async () => {
    const { path, id } = await makeIdentification(api.partner, { requested: true });
    await report(api.partner, id, 'CANCELED', 'ID_GLARE');
    expect((await api.partner.call('GET', path)).body).toMatchObject({
      status: 'canceled',
      failure_reason: 'ID_GLARE',
    });
    await report(api.partner, id, 'ABORTED', 'USER_CANCELLATION_IDENTIFY_LATER');
    expect((await api.partner.call('GET', path)).body).toMatchObject({
      status: 'aborted',
      failure_reason: 'USER_CANCELLATION_IDENTIFY_LATER',
    });
  });

  it.each(['FAILED', 'FRAUD_SUSPICION_PENDING'])('never gives a reason after %s [API-5]', async (result) => {
    const { path, id, personId } = await makeIdentification(api.partner, { requested: true });
    const reason = 'WARNING_PAPER_PRINT';
    const outcome = await report(api.partner, id, result, reason);
    const answers = [
      outcome,
      await api.partner.call('GET', path),
      await api.partner.call('GET', `/v1/persons/${personId}/identifications`),
      await api.partner.call('GET', '/v1/identifications?page[size]=1000&sort=-created_at'),
    ];
    const mine = answers.map(({ text }) => text.slice(text.indexOf(id)).slice(0, 2000));
    for (const text of mine.slice(0, 3)) expect(text).not.toMatch(/failure_reason|WARNING_PAPER_PRINT/);
  });

  it('gives the reason of a confirmed fraud, because a cancellation has one', async () => {
    const { path, id } = await makeIdentification(api.partner, { requested: true });
    await report(api.partner, id, 'FRAUD_SUSPICION_CONFIRMED', 'WARNING_MANIPULATED_PHOTO');
    expect((await api.partner.call('GET', path)).body).toMatchObject({
      status: 'canceled',
      failure_reason: 'WARNING_MANIPULATED_PHOTO',
    });
  });

  it('lists its documents only when asked, and the address once it is complete', async () => {
    const { path, id } = await makeIdentification(api.partner, {
      requested: true,
      person: { address: { country: 'DE', city: 'Bonn' } },
    });
    expect((await api.partner.call('GET', path)).body).not.toHaveProperty('address');
    await report(api.partner, id, 'SUCCESS');
    const plain = await api.partner.call('GET', path);
    expect(plain.body).not.toHaveProperty('documents');
    expect(plain.body).toMatchObject({ status: 'successful', address: { city: 'Bonn', line_1: null } });
    const full = await api.partner.call<{ documents: object[] }>('GET', `${path}?include_documents=true`);
    expect(full.body.documents.length).toBeGreaterThan(0);
    expect((await api.partner.call('GET', `${path}?include_documents=false`)).body).not.toHaveProperty('documents');
    expect((await api.partner.call('GET', `${path}?include_documents=yes`)).status).toBe(400);
  });

  it('is listed from its creation on, for its person and for the partner', async () => {
    const partner = await api.addPartner();
    const first = await makeIdentification(partner);
    // A quick machine makes both in one millisecond.
    await partner.call('POST', '/sandbox/clock', { advance: 'PT1S' });
    const second = await makeIdentification(partner);
    const ofPerson = await partner.call<Identification[]>('GET', `/v1/persons/${first.personId}/identifications`);
    expect(ofPerson.body.map(({ id }) => id)).toEqual([first.id]);
    const all = await partner.call<Identification[]>('GET', '/v1/identifications?sort=-created_at');
    expect(all.body.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it('has no machine-readable data before anything was read, and states which documents may be shown', async () => {
    const { path } = await makeIdentification(api.partner);
    const data = await api.partner.call<Record<string, unknown>>('GET', `${path}/legitimation_data`);
    expect(Object.values(data.body).every((value) => value === null)).toBe(true);
    const documents = await api.partner.call<{ type: string; issuing_countries: string[] }[]>(
      'GET',
      `${path}/supported_documents`,
    );
    expect(documents.body.find(({ type }) => type === 'Passport')?.issuing_countries).toContain('DE');
  });
});

describe('an eligibility check', () => {
  it('names the rules that a person breaks', async () => {
    const check = async (person: Record<string, unknown>, method: string) => {
      const id = await makePerson(api.partner, person);
      return (await api.partner.call('POST', `/v1/persons/${id}/identification_eligibility_checks`, { method })).body;
    };
    expect(await check({}, 'idnow_autoident')).toEqual({ method: 'idnow_autoident', eligible: true, reasons: [] });
    expect(await check({ address: { country: 'FR' } }, 'idnow_autoident')).toMatchObject({
      eligible: false,
      reasons: ['resides_in_germany'],
    });
    expect(await check({}, 'bank')).toMatchObject({ eligible: false, reasons: ['method_not_available'] });
  });
});

describe('the sandbox', () => {
  it('lets the provider report every result it can report', async () => {
    for (const result of IDENT_RESULTS) {
      const { id } = await makeIdentification(api.partner, { requested: true });
      expect((await report(api.partner, id, result)).status, result).toBe(200);
    }
  });

  it.each([
    ['ABORTED', 'ID_GLARE'],
    ['CANCELED', 'WARNING_SCAN'],
    ['FRAUD_SUSPICION_CONFIRMED', 'ID_BLURRY'],
    ['SUCCESS', 'ID_BLURRY'],
    ['REVIEW_PENDING', 'ID_BLURRY'],
  ])('refuses %s for a reason that does not belong to it (%s), and changes nothing', async (result, reason) => {
    const { id, path } = await makeIdentification(api.partner, { requested: true });
    const { status, body } = await report(api.partner, id, result, reason);
    expect({ status, error: (body as unknown as ErrorsBody).errors[0] }).toMatchObject({
      status: 400,
      error: { code: 'invalid_model', source: { field: 'reason' } },
    });
    expect((await api.partner.call('GET', path)).body.status).toBe('pending');
  });

  it.each(['CANCELED', 'ABORTED', 'FRAUD_SUSPICION_CONFIRMED'])(
    'gives a reason with %s also where none was named',
    async (result) => {
      const { id, path } = await makeIdentification(api.partner, { requested: true });
      await report(api.partner, id, result);
      expect((await api.partner.call('GET', path)).body.failure_reason).toEqual(expect.any(String));
    },
  );

  it('refuses an outcome that cannot happen, and changes nothing', async () => {
    const { id, path } = await makeIdentification(api.partner);
    const { status } = await report(api.partner, id, 'SUCCESS');
    expect(status).toBe(412);
    expect((await api.partner.call('GET', path)).body.status).toBe('created');
  });

  it('moves its time forward and never back', async () => {
    const partner = await api.addPartner();
    const before = Date.parse((await partner.call<{ now: string }>('GET', '/sandbox/clock')).body.now);
    const moved = await partner.call<{ now: string }>('POST', '/sandbox/clock', { advance: 'PT24H' });
    expect(Date.parse(moved.body.now) - before).toBeGreaterThanOrEqual(24 * 3600 * 1000);
    for (const advance of ['-PT1H', 'P2Y', '24h', 'P400D']) {
      expect((await partner.call('POST', '/sandbox/clock', { advance })).status, advance).toBe(400);
    }
  });

  it('does not exist for a live tenant [API-10]', async () => {
    const live = await api.addPartner({ kind: 'live' });
    const person = {
      first_name: 'X-AUTOTEST-HAPPYPATH',
      address: { country: 'DE' },
      identified_at: '2020-01-01T00:00:00Z',
    };
    const { id, path } = await makeIdentification(live, { requested: true, person });
    expect((await live.call('POST', '/sandbox/clock', { advance: 'PT1H' })).status).toBe(403);
    expect((await live.call('GET', '/sandbox/clock')).status).toBe(403);
    expect((await report(live, id, 'SUCCESS')).status).toBe(403);
    expect((await live.call('GET', path)).body).toMatchObject({ status: 'pending' });
    const jobs = await api.platform.database.inTenant(live.tenant.id, (tx) =>
      tx.query(sql<{ kind: string }>`select kind from jobs`),
    );
    expect(jobs.map(({ kind }) => kind)).not.toContain('robot');
  });
});
