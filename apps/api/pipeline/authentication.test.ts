import { revokeToken, sql } from '@reident/store';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());
afterEach(() => void vi.useRealTimers());

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const FORM = 'application/x-www-form-urlencoded';

function askForToken(options: { authorization?: string; payload?: string; contentType?: string; address?: string }) {
  const {
    authorization,
    contentType = FORM,
    payload = 'grant_type=client_credentials&scope=partners',
    address,
  } = options;
  return api.send({
    method: 'POST',
    url: '/oauth2/token',
    headers: { 'content-type': contentType, ...(authorization && { authorization }) },
    payload,
    ...(address && { remoteAddress: address }),
  });
}

describe('the token endpoint [API-1]', () => {
  it('takes the credentials in the form as well as by Basic', async () => {
    const { clientId, clientSecret } = api.partner;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const response = await askForToken({ payload: form.toString() });
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json().access_token.length).toBeGreaterThanOrEqual(43);
  });

  it('gives tokens that work, a new one each time', async () => {
    const authorization = basic(api.partner.clientId, api.partner.clientSecret);
    const tokens = [await askForToken({ authorization }), await askForToken({ authorization })].map(
      (r) => r.json().access_token,
    );
    expect(tokens[0]).not.toBe(tokens[1]);
    for (const token of tokens) {
      const response = await api.send({
        method: 'GET',
        url: '/v1/persons',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.statusCode).toBe(200);
    }
  });

  it('exists at its older address, with a JSON body', async () => {
    const { clientId, clientSecret } = api.partner;
    const payload = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const response = await api.send({ method: 'POST', url: '/oauth/token', payload });
    expect(response.json()).toMatchObject({ token_type: 'bearer', expires_in: 3599 });
  });

  // biome-ignore format: a table
  it.each([
    // what is wrong                      status  error                     payload
    ['no grant type',                     400,   'unsupported_grant_type', 'scope=partners'],
    ['another grant type',                400,   'unsupported_grant_type', 'grant_type=password'],
    ['another scope',                     400,   'invalid_scope',          'grant_type=client_credentials&scope=admin'],
    ['a secret in both places',           400,   'invalid_request',        'grant_type=client_credentials&client_id=a&client_secret=b'],
  ])('with %s answers %i as RFC 6749 says', async (_, status, error, payload) => {
    const response = await askForToken({ authorization: basic(api.partner.clientId, api.partner.clientSecret), payload });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ error, error_description: expect.any(String) });
  });

  it.each([
    'Basic',
    'Basic !!!',
    'Bearer abc',
    basic('', ''),
    `Basic ${Buffer.from('no-colon').toString('base64')}`,
    basic('a', 'b\0'),
  ])('with the header %j is an invalid request', async (authorization) => {
    expect((await askForToken({ authorization })).json().error).toBe('invalid_request');
  });

  it('answers a wrong secret and an unknown client alike', async () => {
    const wrong = await askForToken({ authorization: basic(api.partner.clientId, 'wrong'), address: '192.0.2.1' });
    const unknown = await askForToken({ authorization: basic('0'.repeat(32), 'wrong'), address: '192.0.2.1' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers['www-authenticate']).toContain('Basic');
    expect(unknown.json()).toEqual(wrong.json());
  });

  it('stops listening to an address after ten bad tries at a client in a minute', async () => {
    // However slow the machine is, the minute lasts.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const guesser = { address: '192.0.2.2' };
    const right = basic(api.partner.clientId, api.partner.clientSecret);
    for (let n = 0; n < 10; n += 1) {
      expect(
        (await askForToken({ authorization: basic(api.partner.clientId, `guess-${n}`), ...guesser })).statusCode,
      ).toBe(401);
    }
    const limited = await askForToken({ authorization: right, ...guesser });
    expect(limited.statusCode).toBe(429);
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
    expect((await askForToken({ authorization: right, address: '192.0.2.3' })).statusCode).toBe(200);
  });

  it('refuses a JSON body, and never repeats a secret', async () => {
    const response = await askForToken({ contentType: 'application/json', payload: '{"client_secret":"canary-3"}' });
    expect(response.statusCode).toBe(415);
    expect(response.body + api.logged.join()).not.toContain('canary-3');
  });
});

describe('a call of the API', () => {
  const persons = (headers: Record<string, string>, url = '/v1/persons') => api.send({ method: 'GET', url, headers });

  it('without a token says that one is required', async () => {
    const response = await persons({});
    expect(response.statusCode).toBe(401);
    expect(response.json().errors[0].code).toBe('token_required');
    expect(response.headers['www-authenticate']).toContain('Bearer');
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Bearer ${'a'.repeat(43)}`,
    'Basic abc',
    'Bearer a b',
    `Bearer ${'x'.repeat(5000)}`,
  ])('with the header %j has an invalid token', async (authorization) => {
    const response = await persons({ authorization });
    expect(response.statusCode).toBe(401);
    expect(response.json().errors[0].code).toBe('invalid_token');
  });

  it('with an expired or revoked token has an invalid token', async () => {
    const partner = await api.addPartner();
    await api.platform.database.inTenant(partner.tenant.id, async (tx) => {
      await tx.query(sql`update access_tokens set expires_at = ${new Date(Date.now() - 1000)}`);
    });
    expect((await persons({ authorization: `Bearer ${partner.token}` })).json().errors[0].code).toBe('invalid_token');
    const other = await api.addPartner();
    await revokeToken(api.platform.database, other.token);
    expect((await persons({ authorization: `Bearer ${other.token}` })).json().errors[0].code).toBe('invalid_token');
  });

  it('with the token twice in the URL ends it as well', async () => {
    const { token } = await api.addPartner();
    const authorization = `Bearer ${token}`;
    const leaked = await persons({ authorization }, `/v1/persons?access_token=x&access_token=${token}`);
    expect(leaked.statusCode).toBe(401);
    expect((await persons({ authorization })).statusCode).toBe(401);
  });

  it('with the token in the URL ends the token', async () => {
    const { token } = await api.addPartner();
    const authorization = `Bearer ${token}`;
    expect((await persons({ authorization })).statusCode).toBe(200);
    const leaked = await persons({ authorization }, `/v1/persons?access_token=${token}`);
    expect(leaked.statusCode).toBe(401);
    expect(leaked.body).not.toContain(token);
    expect((await persons({ authorization })).statusCode).toBe(401);
  });

  it('does not look at the body of somebody without a token', async () => {
    const response = await api.send({
      method: 'POST',
      url: '/v1/persons',
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect(response.statusCode).toBe(401);
  });
});
