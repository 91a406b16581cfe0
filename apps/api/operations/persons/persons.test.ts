import { recordReport } from '@reident/platform';
import { findPerson, insertSubscription } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makePerson, report } from '../../../../tests/fixtures/api/make.ts';
import {
  type ErrorsBody,
  startTestApi,
  type TestApi,
  type TestPartner,
} from '../../../../tests/fixtures/api/start-test-api.ts';
import { PERSON_FIELD_NAMES } from '../../resources/person.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

const UNSET_ADDRESS = { line_1: null, line_2: null, postal_code: null, city: null, country: null, state: null };

describe('a person', () => {
  it('is answered with every key, null where nothing is known', async () => {
    const { body } = await api.partner.call('POST', '/v1/persons', { first_name: 'Erika', last_name: 'Muster' });
    expect(Object.keys(body).sort()).toEqual(['id', 'identified_at', ...PERSON_FIELD_NAMES].sort());
    expect(body).toMatchObject({
      first_name: 'Erika',
      last_name: 'Muster',
      salutation: null,
      fatca_relevant: null,
      address: UNSET_ADDRESS,
      contact_address: UNSET_ADDRESS,
      tax_information: { tax_assessment: null, marital_status: 'UNKNOWN' },
    });
  });

  it('comes back as it was sent', async () => {
    const sent = {
      salutation: 'MS',
      title: 'PROF_DR',
      first_name: 'Zoë-Marie',
      last_name: "d'Ångström Müller",
      address: { line_1: 'Straße 1', postal_code: '10999', city: 'Berlin', country: 'DE', state: 'BE' },
      email: 'z@example.org',
      birth_date: '1984-02-29',
      birth_city: 'Łódź',
      nationality: 'PL',
      employment_status: 'SELF_EMPLOYED',
      fatca_relevant: false,
      terms_conditions_signed_at: '2026-01-02T03:04:05.000Z',
      expected_monthly_revenue_cents: 250000,
      international_operativity_expectation: ['FR', 'IT'],
    };
    const created = await api.partner.call<{ id: string }>('POST', '/v1/persons', sent);
    expect(created.status).toBe(201);
    const found = await api.partner.call('GET', `/v1/persons/${created.body.id}`);
    expect(found.body).toEqual(created.body);
    expect(found.body).toMatchObject(sent);
  });

  it('without a last name sends N/A and gets an empty one', async () => {
    const { body } = await api.partner.call('POST', '/v1/persons', { first_name: 'Suharto', last_name: 'N/A' });
    expect(body.last_name).toBe('');
  });

  it('may be born at a full timestamp, of which the day is kept', async () => {
    const { body } = await api.partner.call('POST', '/v1/persons', { birth_date: '1980-12-31T00:00:00.000Z' });
    expect(body.birth_date).toBe('1980-12-31');
  });

  it('has times in UTC, whatever time zone they were sent in', async () => {
    const sent = {
      terms_conditions_signed_at: '2026-01-02T03:04:05+02:00',
      fatca_crs_confirmed_at: '2026-01-02T03:04Z',
    };
    const { body } = await api.partner.call('POST', '/v1/persons', sent);
    expect(body).toMatchObject({
      terms_conditions_signed_at: '2026-01-02T01:04:05.000Z',
      fatca_crs_confirmed_at: '2026-01-02T03:04:00.000Z',
    });
  });

  it('has the separators stripped from the mobile number', async () => {
    const { body } = await api.partner.call('POST', '/v1/persons', { mobile_number: '+49 151-123/45_67' });
    expect(body.mobile_number).toBe('+491511234567');
  });

  it('may bring the day of a former identification', async () => {
    const { body } = await api.partner.call('POST', '/v1/persons', { identified_at: '2019-05-06T07:08:09Z' });
    expect(body.identified_at).toBe('2019-05-06T07:08:09.000Z');
  });

  it('never keeps what it was not asked to: unknown fields, and fields that are not the partner’s', async () => {
    const sent = {
      first_name: 'A',
      nickname: 'canary-1',
      flagged_by_compliance: true,
      screening_progress: 'SCREENED_ACCEPTED',
      id: 'x',
    };
    const { body, text } = await api.partner.call<{ id: string }>('POST', '/v1/persons', sent);
    expect(text).not.toContain('canary-1');
    expect(body).toMatchObject({
      flagged_by_compliance: null,
      screening_progress: null,
      id: expect.stringMatching(/cper$/),
    });
    await api.platform.database.inTenant(api.partner.tenant.id, async (tx) => {
      expect(Object.keys((await findPerson(tx, body.id)).attributes)).toEqual(['first_name', 'aml_follow_up_date']);
    });
  });
});

describe('a bad field of a person', () => {
  // biome-ignore format: a table
  it.each([
    // field                value                       code                detail
    ['first_name',         42,                         'type_error',       'first_name must be a string'],
    ['first_name',         'x'.repeat(51),             'invalid_model',    'first_name is too long (maximum is 50 characters)'],
    ['first_name',         '',                         'invalid_model',    "first_name can't be blank"],
    ['first_name',         ' Erika',                   'validation_error', 'first_name must not begin or end with white space'],
    ['last_name',          'Muster\n',                 'validation_error', 'last_name must not begin or end with white space'],
    ['last_name',          '😀',                       'invalid_model',    'last_name must begin with a letter'],
    ['email',              'a@b.c ',                   'validation_error', 'email must not begin or end with white space'],
    ['salutation',         1,                          'type_error',       'salutation must be a string'],
    ['salutation',         'mr',                       'validation_error', 'salutation is not in the list (MR, MS)'],
    ['nationality',        'de',                       'validation_error', 'nationality must be written in capitals'],
    ['nationality',        'DEU',                      'invalid_model',    'nationality must be an ISO 3166-1 alpha-2 code in capitals'],
    ['nationality',        'ZZ',                       'invalid_model',    'nationality must be an ISO 3166-1 alpha-2 code in capitals'],
    ['birth_date',         '1983-02-29',               'invalid_model',    'birth_date must be a day of the calendar'],
    ['birth_date',         '29.02.1984',               'invalid_model',    'birth_date must be a date, YYYY-MM-DD'],
    ['fatca_relevant',     'true',                     'type_error',       'fatca_relevant must be true or false'],
    ['expected_monthly_revenue_cents', 1.5,            'type_error',       'expected_monthly_revenue_cents must be a whole number'],
    ['address',            'Berlin',                   'type_error',       'address must be an object'],
    ['terms_conditions_signed_at', '2026-01-01',       'invalid_model',    'terms_conditions_signed_at must be an ISO 8601 time with zone'],
  ])('%s %j is a %s that names the field and not the value', async (field, value, code, detail) => {
    const { status, body } = await api.partner.call<ErrorsBody>('POST', '/v1/persons', { [field]: value });
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ status: 400, code, detail, source: { field } });
    expect(body.errors[0]?.id).toMatch(/^[0-9a-f]{32}ex$/);
  });

  it('deep inside is named by its path', async () => {
    const { body } = await api.partner.call<ErrorsBody>('POST', '/v1/persons', { address: { country: 'Deutschland' } });
    expect(body.errors[0]).toMatchObject({ code: 'invalid_model', source: { field: 'address.country' } });
  });

  it('is reported together with the other bad fields', async () => {
    const { body } = await api.partner.call<ErrorsBody>('POST', '/v1/persons', { salutation: 'X', first_name: 1 });
    expect(body.errors.map(({ source }) => source?.field).sort()).toEqual(['first_name', 'salutation']);
  });

  it('is not repeated in the answer or in a log', async () => {
    const { text } = await api.partner.call('POST', '/v1/persons', { birth_date: 'canary-2', salutation: 'canary-2' });
    expect(text).not.toContain('canary-2');
    expect(api.logged.join()).not.toContain('canary-2');
  });
});

describe('a change of a person', () => {
  it('sets what is not set yet, and tells so', async () => {
    const id = await makePerson(api.partner);
    const { status, body } = await api.partner.call('PATCH', `/v1/persons/${id}`, {
      email: 'e@example.org',
      address: { country: 'DE' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'e@example.org', address: { ...UNSET_ADDRESS, country: 'DE' } });
    const more = await api.partner.call('PATCH', `/v1/persons/${id}`, { address: { country: 'DE', city: 'Berlin' } });
    expect(more.body).toMatchObject({ address: { country: 'DE', city: 'Berlin' } });
  });

  it('to null changes nothing', async () => {
    const id = await makePerson(api.partner, { email: 'e@example.org' });
    const { status, body } = await api.partner.call('PATCH', `/v1/persons/${id}`, {
      email: null,
      address: { city: null },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'e@example.org', address: UNSET_ADDRESS });
  });

  it('to the value that is there changes nothing', async () => {
    const id = await makePerson(api.partner, { email: 'e@example.org' });
    const { status } = await api.partner.call('PATCH', `/v1/persons/${id}`, {
      email: 'e@example.org',
      first_name: 'Erika',
    });
    expect(status).toBe(200);
  });

  it('waits for another one at the same moment, and neither is lost', async () => {
    const id = await makePerson(api.partner);
    const fields = ['job_title', 'branch', 'industry', 'nace_code', 'business_city', 'birth_province'];
    const answers = await Promise.all(
      fields.map((field) => api.partner.call('PATCH', `/v1/persons/${id}`, { [field]: 'v' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(fields.map(() => 200));
    const { body } = await api.partner.call('GET', `/v1/persons/${id}`);
    expect(fields.map((field) => body[field])).toEqual(fields.map(() => 'v'));
  });

  it('of a name is for identifications only', async () => {
    const id = await makePerson(api.partner);
    const { status, body } = await api.partner.call<ErrorsBody>('PATCH', `/v1/persons/${id}`, { last_name: 'Neumann' });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ code: 'deprecated_params', source: { field: 'last_name' } });
  });

  it('that the person would have to authorize is refused while nobody can', async () => {
    const id = await makePerson(api.partner, { email: 'old@example.org' });
    const { status, body } = await api.partner.call<ErrorsBody>('PATCH', `/v1/persons/${id}`, {
      email: 'new@example.org',
    });
    expect(status).toBe(403);
    expect(body.errors[0]).toMatchObject({ code: 'unauthorized_change_request', title: 'Unauthorized Change Request' });
    expect((await api.partner.call('GET', `/v1/persons/${id}`)).body.email).toBe('old@example.org');
  });
});

describe('PERSON_CHANGED', () => {
  async function waiting(partner: TestPartner): Promise<unknown[]> {
    return (await partner.call<unknown[]>('GET', '/reident/v1/deliveries')).body;
  }

  async function subscribed(): Promise<TestPartner> {
    const partner = await api.addPartner();
    const order = { eventType: 'PERSON_CHANGED', url: 'https://partner.example/', secret: 'x'.repeat(43) };
    await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      insertSubscription(tx, order, { kind: 'partner', id: partner.clientId }),
    );
    return partner;
  }

  it('is sent when a PATCH changed something, and not when it did not', async () => {
    const partner = await subscribed();
    const id = await makePerson(partner);
    await partner.call('PATCH', `/v1/persons/${id}`, { email: 'e@example.org' });
    await partner.call('PATCH', `/v1/persons/${id}`, { email: 'e@example.org', salutation: null });
    expect(await waiting(partner)).toMatchObject([{ event_type: 'PERSON_CHANGED', entity_id: id }]);
  });

  it('is sent when an identification changed the data of the person', async () => {
    const partner = await subscribed();
    const { id, personId } = await makeIdentification(partner, { requested: true });
    await api.platform.database.inTenant(partner.tenant.id, (tx) =>
      recordReport(tx, api.platform, id, {
        result: 'SUCCESS_DATA_CHANGED',
        reason: null,
        actor: { kind: 'provider', id: null },
        personChanges: { last_name: 'Neumann' },
      }),
    );
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.last_name).toBe('Neumann');
    expect(await waiting(partner)).toMatchObject([{ event_type: 'PERSON_CHANGED', entity_id: personId }]);
  });
});

describe('an ordered SUCCESS_DATA_CHANGED', () => {
  it('changes the last name, or the birth name where the last name is a test case, and tells so', async () => {
    const partner = await api.addPartner();
    const { id, personId } = await makeIdentification(partner, { requested: true });
    await report(partner, id, 'SUCCESS_DATA_CHANGED');
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.last_name).toBe('Neumann');
    const second = await makeIdentification(partner, { personId, requested: true });
    await report(partner, second.id, 'SUCCESS_DATA_CHANGED');
    expect((await partner.call('GET', `/v1/persons/${personId}`)).body.last_name).toBe('Altmann');
    const player = await makeIdentification(partner, {
      person: { last_name: 'X-MANUALTEST-CANCELED' },
      requested: true,
    });
    await report(partner, player.id, 'SUCCESS_DATA_CHANGED');
    expect((await partner.call('GET', `/v1/persons/${player.personId}`)).body).toMatchObject({
      last_name: 'X-MANUALTEST-CANCELED',
      birth_name: 'Neumann',
    });
  });
});

describe('a list of persons', () => {
  it('is a bare array with its size, page and links in the headers', async () => {
    const partner = await api.addPartner();
    for (let n = 0; n < 3; n += 1) {
      await makePerson(partner, { first_name: `Person${n}` });
      // A quick machine makes two of them in one millisecond.
      await partner.call('POST', '/sandbox/clock', { advance: 'PT1S' });
    }
    const page = await partner.call<{ first_name: string }[]>('GET', '/v1/persons?page[number]=2&page[size]=2');
    expect(page.body.map((person) => person.first_name)).toEqual(['Person2']);
    expect(page.headers).toMatchObject({ total: '3', 'per-page': '2', per_page: '2' });
    expect(page.headers.link).toContain('rel="prev"');
    const newest = await partner.call<{ first_name: string }[]>('GET', '/v1/persons?sort=-created_at&page[size]=1');
    expect(newest.body[0]?.first_name).toBe('Person2');
  });

  it('links to its own host, whatever host the first line of the request names', async () => {
    const headers = { authorization: `Bearer ${api.partner.token}` };
    await makePerson(api.partner);
    const page = await api.send({ method: 'GET', url: 'http://elsewhere.example/v1/persons?page[size]=1', headers });
    expect(page.headers.link).not.toContain('elsewhere');
  });

  it('behind its end is empty', async () => {
    const partner = await api.addPartner();
    const page = await partner.call('GET', '/v1/persons?page[number]=1000000');
    expect(page).toMatchObject({ status: 200, body: [] });
    expect(page.headers.total).toBe('0');
  });

  it.each([
    'page[number]=0',
    'page[size]=1001',
    'page[size]=0',
    'page[number]=-1',
    'page[size]=ten',
    'page[size]=1&page[size]=2',
  ])('with %s is refused', async (query) => {
    const { status, body } = await api.partner.call<ErrorsBody>('GET', `/v1/persons?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0]?.code).toBe('build_pagination_headers_failure');
  });

  it('sorted by a field that cannot be sorted by is refused', async () => {
    const { status } = await api.partner.call('GET', '/v1/persons?sort=last_name');
    expect(status).toBe(400);
  });
});

describe('a name that means to be a test case and is none', () => {
  it('is refused in the sandbox, with the one that is probably meant', async () => {
    const answer = await api.partner.call<ErrorsBody>('POST', '/v1/persons', { first_name: 'X-AUTOTEST-HAPYPATH' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]).toMatchObject({
      code: 'validation_error',
      detail: 'first_name begins like a test case and is none: did you mean X-AUTOTEST-HAPPYPATH?',
      source: { field: 'first_name' },
    });
    const { body } = await api.partner.call<{ id: string }>('POST', '/v1/persons', {});
    const later = await api.partner.call('PATCH', `/v1/persons/${body.id}`, {
      last_name: 'X-MANUALTEST-NOTHINGLIKEIT',
    });
    expect(later.status).toBe(400);
  });

  it('is only a name in a live tenant [API-10]', async () => {
    const live = await api.addPartner({ kind: 'live' });
    expect((await live.call('POST', '/v1/persons', { first_name: 'X-AUTOTEST-HAPYPATH' })).status).toBe(201);
  });
});
