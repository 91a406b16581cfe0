import { CodedError, PlatformError } from '@reident/domain';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answer, addRoute, routesFor } from './define-route.ts';
import { type Audience, answerErrors } from './problem.ts';

const coded = (code: string, status: number) => new CodedError(code, { status, title: code }, `${code}!`);

/** Somebody with an envelope of their own. */
const READER: Audience = {
  wordsFor: (error) => (error instanceof PlatformError ? coded(`platform_${error.code}`, error.status) : error),
  invalid: ({ place, issues }) => issues.map(({ path }) => coded(`${place}.${path.join('.')}`, 422)),
  refused: ({ code, status }) => (status === 415 ? coded(code, 415) : null),
  bug: () => coded('bug', 500),
  headers: (status) => ({ 'x-status': String(status) }),
  body: (told) => ({ no: told.map(({ error }) => error.code), ids: told.map(({ id }) => id) }),
};

const route = routesFor<{ reader: string }, { right: string }>();
const echo = route({
  method: 'POST',
  path: '/echo/:id',
  right: 'read',
  params: { id: z.string().max(3) },
  query: { days: z.coerce.number().default(7) },
  headers: { 'x-offset': z.coerce.number().optional() },
  body: z.object({ text: z.string(), size: z.int() }),
  handle: async (input, { reader }) => new Answer({ ...input, reader }, { status: 201, headers: { 'x-own': '1' } }),
});
const fail = route({
  method: 'GET',
  path: '/fail/:how',
  right: 'read',
  params: { how: z.string() },
  async handle({ params: { how } }) {
    if (how === 'own') throw coded('own', 409);
    if (how === 'platform') throw new PlatformError('model_not_found', 'gone');
    if (how === 'busy') throw new PlatformError('too_many_requests', 'wait', { retryAfterSeconds: 1.2 });
    throw Object.assign(new TypeError('the value is Erika'), { code: 'E_ERIKA' });
  },
});

const logged: object[] = [];
const server = Fastify();
answerErrors(server, READER, { error: (fields) => logged.push(fields) });
for (const one of [echo, fail])
  addRoute(server, one, ({ headers }) => {
    if (headers.authorization === undefined) throw coded('nobody', 401);
    return { reader: headers.authorization };
  });
afterAll(() => server.close());

const post = (url: string, payload: object, headers = {}) =>
  server.inject({ method: 'POST', url, payload, headers: { authorization: 'me', ...headers } });
const get = (url: string) => server.inject({ url, headers: { authorization: 'me' } });

describe('a route', () => {
  it('is given what its schemas describe, and who asks; what they do not describe is dropped', async () => {
    const answer = await post('/echo/abc?days=1&other=2', { text: 'a', size: 1, more: true }, { 'x-offset': '5' });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['x-own']).toBe('1');
    expect(answer.json()).toEqual({
      params: { id: 'abc' },
      query: { days: 1 },
      headers: { 'x-offset': 5 },
      body: { text: 'a', size: 1 },
      reader: 'me',
    });
  });

  it('says what its audience wants to know of it', () => {
    expect(echo.right).toBe('read');
  });

  it('tells every fault of the first place that has any', async () => {
    expect((await post('/echo/abc', { size: 'x' })).json().no).toEqual(['body.text', 'body.size']);
    expect((await post('/echo/abcd', { size: 'x' })).json().no).toEqual(['params.id']);
  });

  it('tells nothing about a request to whoever may not pass', async () => {
    const answer = await server.inject({ method: 'POST', url: '/echo/abcd', payload: {} });
    expect([answer.statusCode, answer.json().no]).toEqual([401, ['nobody']]);
  });
});

describe('what is thrown', () => {
  it('is answered in the words of the audience, with its headers', async () => {
    const own = await get('/fail/own');
    expect([own.statusCode, own.json().no, own.headers['x-status']]).toEqual([409, ['own'], '409']);
    const platform = await get('/fail/platform');
    expect([platform.statusCode, platform.json().no]).toEqual([404, ['platform_model_not_found']]);
  });

  it('says when to come back, in whole seconds, where the error knows', async () => {
    const audience = { ...READER, wordsFor: (error: CodedError) => error };
    const other = Fastify();
    answerErrors(other, audience, { error: () => undefined });
    addRoute(other, fail, () => ({ reader: 'me' }));
    const answer = await other.inject('/fail/busy');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '2']);
    await other.close();
  });

  it('by the server itself is an error where the audience has a word for it', async () => {
    const headers = { authorization: 'me', 'content-type': 'text/unheard-of' };
    const answer = await server.inject({ method: 'POST', url: '/echo/a', payload: 'x', headers });
    expect([answer.statusCode, answer.json().no]).toEqual([415, ['FST_ERR_CTP_INVALID_MEDIA_TYPE']]);
  });

  it('and expected by nobody is logged by kind and place under the id that is told, without its message', async () => {
    const answer = await get('/fail/otherwise');
    const { no, ids } = answer.json();
    expect([answer.statusCode, no]).toEqual([500, ['bug']]);
    expect(logged).toEqual([
      expect.objectContaining({ errorId: ids[0], route: '/fail/:how', error: 'TypeError E_ERIKA' }),
    ]);
    expect(JSON.stringify(logged)).not.toContain('the value is Erika');
    expect(answer.body).not.toContain('Erika');
  });
});
