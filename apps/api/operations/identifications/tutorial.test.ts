/** The guide's "Happy path test tutorial", word by word, as far as the partner's side goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

describe("the guide's tutorial", () => {
  it('creates a person, an identification and a session, and ends successful', async () => {
    const { clientId, clientSecret, tenant } = api.partner;
    const token = await api.send({
      method: 'POST',
      url: '/oauth2/token',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'grant_type=client_credentials&scope=partners',
    });
    expect(token.json()).toEqual({
      access_token: expect.any(String),
      expires_in: 3599,
      scope: 'partners',
      token_type: 'bearer',
    });
    const headers = { authorization: `Bearer ${token.json().access_token}`, 'content-type': 'application/json' };

    const person = await api.send({
      method: 'POST',
      url: '/v1/persons',
      headers,
      payload: '{\n   "first_name": "X-MANUALTEST-HAPPYPATH",\n   "last_name": "{{random_name}}"\n}',
    });
    expect(person.statusCode).toBe(201);
    const personId = person.json().id;
    expect(personId).toMatch(/^[0-9a-f]{32}cper$/);

    const created = await api.send({
      method: 'POST',
      url: `/v1/persons/${personId}/identifications`,
      headers,
      payload: '{\n   "method": "idnow_autoident"\n}',
    });
    expect(created.statusCode).toBe(201);
    const id = created.json().id;
    expect(created.json()).toStrictEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}cidt$/),
      reference: null,
      url: null,
      status: 'created',
      completed_at: null,
      method: 'idnow_autoident',
      proof_of_address_type: null,
      proof_of_address_issued_at: null,
      language: null,
      iban: null,
      terms_and_conditions_signed_at: null,
      authorization_expires_at: null,
      confirmation_expires_at: null,
      person_id: personId,
    });

    const path = `/v1/persons/${personId}/identifications/${id}`;
    const requested = await api.send({ method: 'PATCH', url: `${path}/request`, headers });
    expect(requested.statusCode).toBe(200);
    expect(requested.json()).toStrictEqual({
      ...created.json(),
      status: 'pending',
      reference: expect.stringMatching(/^TS2-[A-Z0-9]{5}$/),
      url: expect.stringMatching(
        new RegExp(`^http://127\\.0\\.0\\.1:8080/${tenant.company}/identifications/${id}/[\\w-]{43}$`),
      ),
      estimated_waiting_time: expect.any(Number),
    });

    await api.send({
      method: 'POST',
      url: `/sandbox/identifications/${id}/outcome`,
      headers,
      payload: '{"result": "SUCCESS"}',
    });
    const list = await api.send({ method: 'GET', url: `/v1/persons/${personId}/identifications`, headers });
    expect(list.json()).toHaveLength(1);
    expect(list.json()[0]).toMatchObject({ id, status: 'successful', completed_at: expect.stringMatching(/Z$/) });
    expect(list.json()[0]).not.toHaveProperty('estimated_waiting_time');

    const found = await api.send({ method: 'GET', url: `${path}?include_documents=true`, headers });
    const [report] = found.json().documents;
    expect(report).toMatchObject({ name: `${id}.pdf`, document_type: 'KYC_REPORT', content_type: 'application/pdf' });
    const file = await api.send({ method: 'GET', url: `/v1/persons/${personId}/documents/${report.id}/file`, headers });
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(file.rawPayload.length).toBe(report.size);
  });

  it('prints a request with a trailing comma, which is not JSON', async () => {
    const { token } = api.partner;
    const response = await api.send({
      method: 'POST',
      url: `/v1/persons/${'0'.repeat(32)}cper/identifications`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: '{\n  "method": "idnow_autoident",\n  "language": "DE",\n}',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0]).toMatchObject({ status: 400, code: 'invalid_json', title: 'Invalid JSON' });
  });
});
