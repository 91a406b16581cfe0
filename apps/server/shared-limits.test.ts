import { RATE_LIMITS } from '@reident/http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabaseUrl } from '../../tests/fixtures/database.ts';
import { startTestReident, type TestReident } from '../../tests/fixtures/reident.ts';

/** Two servers on one database, as behind a load balancer. */
let servers: [TestReident, TestReident];

beforeAll(async () => {
  const { url } = await createTestDatabaseUrl();
  const start = () => startTestReident({ REIDENT_ROLE: 'api', DATABASE_URL: url });
  servers = [await start(), await start()];
});

// The minute in which tries are counted lasts as long as a test, however slow the machine is.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }));
afterEach(() => void vi.useRealTimers());

afterAll(async () => {
  for (const server of servers ?? []) await server.stop();
});

async function askForToken({ url }: TestReident, clientId: string, secret: string): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'partners' });
  return fetch(`${url}/oauth2/token`, { method: 'POST', headers: { authorization }, body });
}

describe('two servers behind a load balancer', () => {
  it('hear as many wrong secrets together as one alone [API-1]', async () => {
    const { clientId, clientSecret } = servers[0].client;
    const { most } = RATE_LIMITS.token_tries;
    const statuses = [];
    for (let n = 0; n < most; n += 1)
      statuses.push((await askForToken(servers[n % 2 ? 1 : 0], clientId, 'wrong')).status);
    expect(statuses).toEqual(Array(most).fill(401));
    for (const server of servers) {
      const refused = await askForToken(server, clientId, clientSecret);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const { client } = servers[1];
    expect((await askForToken(servers[0], client.clientId, client.clientSecret)).status, 'another client').toBe(200);
  });

  it('answer as many wrong links together as one alone [CAP-1]', async () => {
    const { most } = RATE_LIMITS.capture_guesses;
    const open = ({ url, tenant }: TestReident) =>
      fetch(`${url}/${tenant.company}/identifications/${'0'.repeat(32)}cidt/${'x'.repeat(43)}`);
    const statuses = [];
    for (let n = 0; n < most; n += 1) statuses.push((await open(servers[n % 2 ? 1 : 0])).status);
    expect(statuses).toEqual(Array(most).fill(410));
    for (const server of servers) expect((await open(server)).status).toBe(429);
  });
});
