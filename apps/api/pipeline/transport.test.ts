import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../tests/fixtures/api/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
});

afterAll(() => api.close());

function post(payload: string | Buffer, contentType?: string) {
  const headers = { authorization: `Bearer ${api.partner.token}`, ...(contentType && { 'content-type': contentType }) };
  return api.send({ method: 'POST', url: '/v1/persons', headers, payload });
}

describe('a body', () => {
  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'of the media type %s is refused',
    async (contentType) => {
      const response = await post('first_name=A', contentType);
      expect(response.statusCode).toBe(415);
      expect(response.json().errors[0].code).toBe('unsupported_media_type');
    },
  );

  it('of an upload is refused where JSON is wanted', async () => {
    const response = await post('--x--\r\n', 'multipart/form-data; boundary=x');
    expect(response.statusCode).toBe(415);
  });

  it('without a media type is refused', async () => {
    expect((await post('{}')).statusCode).toBe(415);
  });

  it('in UTF-8 is accepted however the media type is spelled', async () => {
    const response = await post('{"first_name": "Jürgen"}', 'Application/JSON; Charset="UTF-8"');
    expect(response.statusCode).toBe(201);
    expect(response.json().first_name).toBe('Jürgen');
  });

  it('of more than 256 kB is too large', async () => {
    const response = await post(`{"nickname": "${'x'.repeat(256 * 1024)}"}`, 'application/json');
    expect(response.statusCode).toBe(413);
    expect(response.json().errors[0].code).toBe('request_too_large');
  });

  it.each(['[]', '"x"', '1', 'true'])('%s is not an object, and is told so', async (payload) => {
    const response = await post(payload, 'application/json');
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0]).toMatchObject({ code: 'type_error', detail: 'The body must be an object' });
  });
});

describe('a path', () => {
  it('with another method names the methods that it has', async () => {
    const response = await api.send({ method: 'PUT', url: '/v1/persons' });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe('POST, GET, HEAD');
    expect(response.json().errors[0].code).toBe('method_not_allowed');
  });

  it.each(['OPTIONS', 'TRACE', 'QUERY'])('with %s names the methods that it has', async (method) => {
    const response = await api.send({ method: method as 'OPTIONS', url: '/v1/persons' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST, GET, HEAD']);
    expect(response.json().errors[0].code).toBe('method_not_allowed');
    const nowhere = await api.send({ method: method as 'OPTIONS', url: '/v1/nothing', payload: 'x' });
    expect(nowhere.statusCode).toBe(404);
  });

  it.each(['/v1', '/v1/nothing', '/v1/persons/', '/sandbox/x', '/reident/v1/x', `/v1/persons/${'x'.repeat(600)}`])(
    '%s that does not exist is answered in the envelope',
    async (url) => {
      const { token } = api.partner;
      const response = await api.send({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      expect(response.statusCode).toBe(404);
      if (url !== '/v1') expect(response.json().errors[0].code).toBe('model_not_found');
    },
  );
});

describe('a published path that is not of AutoIdent', () => {
  const person = `/v1/persons/${'0'.repeat(32)}cper`;
  it.each([
    ['POST', `${person}/identification_sessions`],
    ['GET', `${person}/identification_sessions/1?x=y`],
    ['GET', `${person}/identifications/1/supported_documents_from_fourthline`],
    ['PATCH', `${person}/identifications/1/authorize`],
  ] as const)('%s %s is known, and said not to be carried out', async (method, url) => {
    const response = await api.send({ method, url, headers: { authorization: `Bearer ${api.partner.token}` } });
    expect([response.statusCode, response.json().errors[0].code]).toEqual([501, 'not_implemented_error']);
  });
});

describe('every answer', () => {
  it('has a request id and is not cached', async () => {
    const response = await api.send({ method: 'GET', url: '/v1/persons' });
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('to a bug carries an id that the log has too, and no more [DAT-6]', async () => {
    const broken = await startTestApi();
    const { inTenant } = broken.platform.database;
    broken.platform.database.inTenant = () => Promise.reject(new Error('canary-4 in a driver message'));
    const { status, text, body } = await broken.partner.call<{ errors: { id: string; code: string }[] }>(
      'GET',
      '/v1/persons',
    );
    broken.platform.database.inTenant = inTenant;
    expect(status).toBe(500);
    expect(body.errors[0]?.code).toBe('generic_error');
    expect(text + broken.logged.join()).not.toContain('canary-4');
    expect(broken.logged.join()).toContain(body.errors[0]?.id);
    await broken.close();
  });

  it('while the database is away is 503 and says when to come back [REL-5]', async () => {
    const { DatabaseUnavailable } = await import('@reident/store');
    const broken = await startTestApi();
    const { inTenant } = broken.platform.database;
    broken.platform.database.inTenant = () => Promise.reject(new DatabaseUnavailable(new Error('gone')));
    const { status, headers } = await broken.partner.call('GET', '/v1/persons');
    broken.platform.database.inTenant = inTenant;
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
    await broken.close();
  });
});
