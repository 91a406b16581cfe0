/** More calls than are taken, over real connections: who is too much is told so, by whom it is too much, and nobody else. */
import { connect, type Socket } from 'node:net';
import { createClient, createTenant, issueToken } from '@reident/store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CALLS_UNDER_WAY, CONCURRENT_CALLS } from '../../apps/api/pipeline/gate.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

let reident: TestReident;
/** Tokens of three partners. */
let tokens: [string, string, string];
const open = new Set<Socket>();

beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  tokens = [reident.token, await partner('second'), await partner('third')];
});
afterAll(() => reident?.stop());
afterEach(endAll);

async function partner(company: string): Promise<string> {
  const { database } = reident.platform;
  const { id: tenantId } = await createTenant(database, { company, name: company, kind: 'sandbox' });
  const { clientId } = await createClient(database, tenantId);
  return (await issueToken(database, { tenantId, clientId })).token;
}

/** Calls that have begun and do not end: their bodies never come whole. One that is refused, because we ask meanwhile, begins again. */
function begin(count: number, token: string): void {
  for (let n = 0; n < count; n += 1) beginOne(token);
}

function beginOne(token: string): void {
  const socket = connect(Number(new URL(reident.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.once('data', () => {
    socket.destroy();
    if (open.delete(socket)) beginOne(token);
  });
  const head = `POST /v1/persons HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`;
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
  open.add(socket);
}

function endAll(): void {
  for (const socket of open) socket.destroy();
  open.clear();
}

const ask = (token: string, path = '/v1/persons?page[size]=1') =>
  fetch(reident.url + path, { headers: { authorization: `Bearer ${token}` } });
const statusOf = async (token: string) => {
  const answer = await ask(token);
  await answer.arrayBuffer();
  return answer.status;
};

/**
 * Asks until the answer has the status, and returns that answer: the next one may be another, because the server ends calls whose
 * bodies take a minute.
 */
async function reaches(token: string, status: number): Promise<Response> {
  let answer: Response | undefined;
  const next = async () => {
    await answer?.arrayBuffer();
    answer = await ask(token);
    return answer.status;
  };
  await expect.poll(next, { interval: 20 }).toBe(status);
  return answer as Response;
}

describe('too many calls at the same time', () => {
  it('of one partner are 429 with the envelope and the limit, and others go on [API-8]', async () => {
    begin(CONCURRENT_CALLS, tokens[0]);
    const refused = await reaches(tokens[0], 429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'retry-after': '1',
      ratelimit: '"concurrency";r=0',
      'ratelimit-policy': `"concurrency";q=${CONCURRENT_CALLS};qu="concurrent-requests"`,
    });
    const body = (await refused.json()) as { errors: object[] };
    expect(body.errors).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}ex$/),
        status: 429,
        code: 'too_many_requests',
        title: expect.any(String),
        detail: expect.any(String),
      },
    ]);
    expect(await statusOf(tokens[1])).toBe(200);
    endAll();
    await reaches(tokens[0], 200);
  });

  it('of all partners together are 503 for everybody, until some have ended [REL-10]', async () => {
    begin(CONCURRENT_CALLS, tokens[0]);
    begin(CONCURRENT_CALLS, tokens[1]);
    await reaches(tokens[0], 429);
    await reaches(tokens[1], 429);
    begin(CALLS_UNDER_WAY - 2 * CONCURRENT_CALLS, tokens[2]);
    const refused = await reaches(tokens[2], 503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await refused.json()) as object).toMatchObject({ errors: [{ code: 'service_unavailable', status: 503 }] });
    for (const path of ['/health/live', '/openapi.json', '/console/'])
      expect((await fetch(reident.url + path)).status, path).toBeLessThan(500);
    endAll();
    await reaches(tokens[2], 200);
    const metrics = await (await fetch(`${reident.url}/metrics`)).text();
    expect(metrics).toMatch(/reident_calls_rejected_total\{code="service_unavailable"\} [1-9]/);
    expect(metrics).toMatch(/reident_calls_rejected_total\{code="too_many_requests"\} [1-9]/);
  });
});
