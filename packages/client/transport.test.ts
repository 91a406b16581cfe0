import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import {
  errorAnswer,
  type FakeAnswer,
  type FakePlatform,
  startFakePlatform,
} from '../../tests/fixtures/client/fake-platform.ts';
import { ReidentError } from './reident-error.ts';
import { TokenSource } from './token-source.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const running: FakePlatform[] = [];

async function fake(...answers: FakeAnswer[]): Promise<FakePlatform> {
  const platform = await startFakePlatform(...answers);
  running.push(platform);
  return platform;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.stop()));
});

async function errorOf(promise: Promise<unknown>): Promise<ReidentError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ReidentError);
  return error as ReidentError;
}

describe('tokens', () => {
  it('are fetched once for all calls, also for those that start together', async () => {
    const platform = await fake({ body: { id: 'x' } });
    const client = platform.client();
    await Promise.all(Array.from({ length: 20 }, () => client.persons.get('p')));
    await client.persons.get('p');
    expect(platform.tokensIssued).toBe(1);
    expect(platform.seen).toHaveLength(21);
    expect(platform.seen.every(({ headers }) => headers.authorization === 'Bearer token-1')).toBe(true);
  });

  it('are replaced once when refused, for a POST as well, because nothing was done', async () => {
    const platform = await fake(errorAnswer(401, 'invalid_token'), { status: 201, body: { id: 'x' } });
    await expect(platform.client().persons.create({})).resolves.toEqual({ id: 'x' });
    expect(platform.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('that are refused twice end the call', async () => {
    const platform = await fake(errorAnswer(401, 'invalid_token'));
    expect(await errorOf(platform.client().persons.get('p'))).toMatchObject({ code: 'invalid_token', status: 401 });
    expect(platform.seen).toHaveLength(2);
  });

  it('of an hour are used for 50 minutes, shorter ones for five sixths of their life', async () => {
    for (const [expiresInSeconds, usedSeconds] of [
      [3600, 3000],
      [7200, 3000],
      [60, 50],
    ] as const) {
      const platform = await fake();
      platform.expiresInSeconds = expiresInSeconds;
      let nowMs = 1_000_000;
      const credentials = { tokenUrl: `${platform.url}/oauth2/token`, clientId: 'id', clientSecret: 'secret' };
      const tokens = new TokenSource(credentials, fetch, () => nowMs);
      expect(await tokens.get()).toBe('token-1');
      nowMs += usedSeconds * 1000 - 1;
      expect(await tokens.get()).toBe('token-1');
      nowMs += 1;
      expect(await tokens.get()).toBe('token-2');
    }
  });

  it('whose endpoint is down are asked for again by the next call', async () => {
    const credentials = { tokenUrl: 'http://127.0.0.1:9/oauth2/token', clientId: 'id', clientSecret: 'secret' };
    let down = true;
    const answers: typeof fetch = async () => {
      if (down) throw new ReidentError({ code: 'no_answer', detail: 'down' });
      return Response.json({ access_token: 'late', expires_in: 3599 });
    };
    const tokens = new TokenSource(credentials, answers);
    await expect(tokens.get()).rejects.toThrow('down');
    down = false;
    await expect(tokens.get()).resolves.toBe('late');
  });
});

describe('retries', () => {
  // biome-ignore format: a table
  const CASES: readonly [what: string, first: FakeAnswer, post: boolean, get: boolean][] = [
    // what came first                  answer                                    POST again  GET or POST with a key
    ['a rate limit',                    errorAnswer(429, 'too_many_requests'),        true,       true],
    ['a broken connection',             { breaks: true },                         false,      true],
    ['a bug',                           errorAnswer(500, 'generic_error'),            false,      true],
    ['a bad gateway without envelope',  { status: 502, body: '<html>' },          false,      true],
    ['a service that is down',          errorAnswer(503, 'service_unavailable'),      false,      true],
    ['a wrong field',                   errorAnswer(400, 'invalid_model'),            false,      false],
    ['a wrong status',                  errorAnswer(412, 'wrong_status'),             false,      false],
    ['an unknown id',                   errorAnswer(404, 'model_not_found'),          false,      false],
  ];

  it.each(CASES)('after %s: a request is sent again only if that cannot do harm', async (_, first, post, get) => {
    for (const [method, expected, idempotencyKeys] of [
      ['POST', post, false],
      ['POST', get, true],
      ['GET', get, false],
    ] as const) {
      const platform = await fake(first, { status: 200, body: { now: '2026-01-01T00:00:00Z' } });
      const client = platform.client({ idempotencyKeys });
      const call = method === 'POST' ? client.sandbox.advanceClock('PT1H') : client.sandbox.clock();
      await call.catch(() => undefined);
      const keys = new Set(platform.seen.map(({ headers }) => headers['idempotency-key']));
      expect([...keys], method).toEqual([idempotencyKeys ? expect.stringMatching(/^[0-9a-f-]{36}$/) : undefined]);
      expect(platform.seen, method).toHaveLength(expected ? 2 : 1);
    }
  });

  it('a connection that was never made is tried again, whatever the method', async () => {
    const platform = await fake();
    const down = platform.url;
    await platform.stop();
    let tries = 0;
    const counting: typeof fetch = (target, init) => {
      tries += 1;
      return fetch(target, init);
    };
    const client = platform.client({ apiUrl: down, fetch: counting });
    expect(await errorOf(client.persons.create({}))).toMatchObject({ code: 'no_answer', status: 0 });
    expect(tries).toBe(4);
  });

  it('Retry-After is honoured, and left to the caller when it asks for too much', async () => {
    const platform = await fake(errorAnswer(429, 'too_many_requests', 'Slow down', { 'retry-after': '1' }), {
      body: {},
    });
    const startedAt = Date.now();
    await platform.client().persons.get('p');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);

    const delayed = await fake(errorAnswer(503, 'service_unavailable', 'Later', { 'retry-after': '3600' }));
    expect(await errorOf(delayed.client().persons.get('p'))).toMatchObject({ retryAfterSeconds: 3600 });
    expect(delayed.seen).toHaveLength(1);
  });

  it('are given up after the third, with the last error', async () => {
    const platform = await fake(errorAnswer(503, 'service_unavailable'));
    expect(await errorOf(platform.client().persons.get('p'))).toMatchObject({ code: 'service_unavailable' });
    expect(platform.seen).toHaveLength(4);
  });

  it('an abort by the caller ends the wait at once and is no ReidentError', async () => {
    const platform = await fake(errorAnswer(503, 'service_unavailable', 'Later', { 'retry-after': '20' }));
    const abort = new AbortController();
    const call = platform.client().persons.get('p', { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('enough')), 50);
    await expect(call).rejects.toThrow('enough');
  });
});

describe('idempotency keys', () => {
  it('are the ones of the caller where given, and new for each call otherwise', async () => {
    const platform = await fake({ status: 201, body: { id: 'x' } });
    const client = platform.client();
    await client.persons.create({}, { idempotencyKey: 'order-7' });
    await client.persons.create({});
    await client.persons.create({});
    const [first, ...others] = platform.seen.map(({ headers }) => headers['idempotency-key']);
    expect(first).toBe('order-7');
    expect(new Set(others).size).toBe(2);
  });

  it('are not relied on at Solaris, where none are documented', async () => {
    const seen: (string | null)[] = [];
    const answers: typeof fetch = async (target, init) => {
      if (String(target).endsWith('/oauth2/token')) return Response.json({ access_token: 'x', expires_in: 3599 });
      seen.push(new Headers(init?.headers).get('idempotency-key'));
      return new Response('', { status: 503 });
    };
    const platform = await fake();
    const solaris = platform.client({ apiUrl: 'https://api.solaris-sandbox.de', fetch: answers });
    expect(await errorOf(solaris.persons.create({}))).toMatchObject({ status: 503 });
    expect(seen).toEqual([null]);
  });
});

describe('errors', () => {
  it('carry code, status, field, id and request id, and every entry of the envelope', async () => {
    const errors = [
      {
        id: '1ex',
        status: 400,
        code: 'invalid_model',
        title: 'Invalid Model',
        detail: 'first_name is too long',
        source: { field: 'first_name', message: 'is too long' },
      },
      { id: '2ex', status: 400, code: 'type_error', title: 'Type Error', detail: 'email must be a string' },
    ];
    const platform = await fake({ status: 400, headers: { 'x-request-id': 'r-1' }, body: { errors } });
    const error = await errorOf(platform.client().persons.create({}));
    expect(error).toMatchObject({
      message: '400 invalid_model: first_name is too long',
      code: 'invalid_model',
      status: 400,
      field: 'first_name',
      id: '1ex',
      requestId: 'r-1',
      errors,
    });
  });

  it('of something that is not this API say so', async () => {
    const page = { headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' };
    expect(await errorOf((await fake({ status: 404, ...page })).client().persons.get('p'))).toMatchObject({
      code: 'unexpected_answer',
      status: 404,
    });
    expect(await errorOf((await fake(page)).client().persons.get('p'))).toMatchObject({
      code: 'unexpected_answer',
      status: 200,
    });
  });

  it('of a slow platform come after the given time', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const platform = await fake();
    const client = platform.client({ fetch: never, timeoutSeconds: 0.05, retry: { retries: 0 } });
    expect((await errorOf(client.persons.get('p'))).message).toMatch(
      /^no_answer: No answer from 127\.0\.0\.1:\d+ within/,
    );
  });

  it('of an answer that never ends come too, also where the caller may break off and memory was cleared meanwhile', async () => {
    const platform = await fake({ hangs: true });
    const stop = new AbortController();
    const client = platform.client({ timeoutSeconds: 1, retry: { retries: 0 } });
    const error = errorOf(client.persons.get('p', { signal: stop.signal }));
    // Were it not ended by its own limit, this would end it, under another name.
    const late = setTimeout(() => platform.stop().then(() => stop.abort()), 10_000);
    for (let times = 0; times < 30; times += 1) {
      collectGarbage();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await error).cause).toMatchObject({ name: 'TimeoutError' });
    clearTimeout(late);
  });
});

describe('lists', () => {
  const link = { link: '<http://x/?page[number]=2>; rel="next"', total: '3' };

  it('follow the link header to the end, one page at a time', async () => {
    const platform = await fake(
      { headers: link, body: [{ id: 'a' }, { id: 'b' }] },
      { headers: { link: '<http://x/>; rel="prev"', total: '3' }, body: [{ id: 'c' }] },
    );
    const ids: string[] = [];
    for await (const { id } of platform.client().persons.list({ pageSize: 2 })) ids.push(id);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(platform.seen.map(({ path }) => decodeURIComponent(path))).toEqual([
      '/v1/persons?page[number]=1&page[size]=2',
      '/v1/persons?page[number]=2&page[size]=2',
    ]);
  });

  it('end with the first page that is not full where the server sends no link', async () => {
    const platform = await fake({ body: [{ id: 'a' }, { id: 'b' }] }, { body: [{ id: 'c' }] });
    expect(await platform.client().persons.list({ pageSize: 2 }).toArray()).toHaveLength(3);
    expect(platform.seen).toHaveLength(2);
  });

  it('fetch no page that nobody asks for', async () => {
    const platform = await fake({ headers: link, body: [{ id: 'a' }, { id: 'b' }] });
    expect(await platform.client().persons.list({ pageSize: 2 }).toArray(2)).toHaveLength(2);
    expect(platform.seen).toHaveLength(1);
    expect(await platform.client().persons.list({ pageSize: 2 }).page(1)).toMatchObject({ number: 1, total: 3 });
  });
});

describe('paths', () => {
  it('never lead elsewhere, whatever an id holds', async () => {
    const platform = await fake({ body: {} });
    await platform.client().persons.get('../identifications?x=1#y');
    expect(platform.seen[0]?.path).toBe('/v1/persons/..%2Fidentifications%3Fx%3D1%23y');
    await expect(platform.client().persons.get('')).rejects.toThrow('person_id is missing');
  });
});
