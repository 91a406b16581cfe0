import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../tests/fixtures/database.ts';
import { type CountingDatabase, openRateLimits, RATE_LIMITS } from './rate-limit.ts';

const MOST = RATE_LIMITS.token_tries.most;
const secret = Buffer.alloc(32, 7);

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());
afterEach(() => void vi.useRealTimers());

/** What one process counts by; two of them are two processes on one database. */
const process = (pool: CountingDatabase = test.database.pool) => openRateLimits({ pool, secret }).token_tries;

/** Only the clock: the database answers in its own time. */
const setClock = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: ms });

const rows = async () =>
  (await test.database.pool.query<{ key: string; points: number }>('select key, points from rate_limits')).rows;

let keys = 0;
const newKey = () => `203.0.113.7 client ${keys++}`;

describe('a limit', () => {
  it('hears ten bad tries within a minute, then none until the minute is over [API-1]', async () => {
    const key = newKey();
    const limit = process();
    for (let n = 0; n < MOST; n += 1) {
      setClock(1000 * n);
      expect(await limit.waitSeconds(key)).toBe(0);
      expect(await limit.count(key)).toBe(0);
    }
    setClock(10_000);
    expect(await limit.waitSeconds(key)).toBe(50);
    expect(await limit.count(key)).toBe(50);
    setClock(60_000);
    expect(await limit.waitSeconds(key)).toBe(0);
    expect(await limit.count(key)).toBe(0);
  });

  it('does not let one client pay for the tries of another', async () => {
    const [guesser, bystander] = [newKey(), newKey()];
    const limit = process();
    for (let n = 0; n <= MOST; n += 1) await limit.count(guesser);
    expect(await limit.waitSeconds(guesser)).toBeGreaterThan(0);
    expect(await limit.waitSeconds(bystander)).toBe(0);
  });

  it('starts a new minute after a quiet one', async () => {
    const key = newKey();
    const limit = process();
    setClock(0);
    for (let n = 0; n < MOST - 1; n += 1) await limit.count(key);
    setClock(70_000);
    await limit.count(key);
    expect(await limit.waitSeconds(key)).toBe(0);
  });
});

describe('two processes on one database', () => {
  it('share a limit, in whichever of them the tries arrive', async () => {
    const key = newKey();
    const [one, other] = [process(), process()];
    for (let n = 0; n < MOST; n += 1) expect(await (n % 2 === 0 ? one : other).count(key)).toBe(0);
    expect(await one.waitSeconds(key)).toBeGreaterThan(0);
    expect(await other.waitSeconds(key)).toBeGreaterThan(0);
    expect(await one.count(key)).toBeGreaterThan(0);
    expect(await process().waitSeconds(key), 'a third, that has counted nothing').toBeGreaterThan(0);
  });

  it('let no more through than the limit, however many tries come at the same moment', async () => {
    const key = newKey();
    const all = [process(), process(), process()];
    const waits = await Promise.all(Array.from({ length: 30 }, (_, n) => all[n % 3]?.count(key)));
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(MOST);
  });
});

describe('the table', () => {
  it('holds neither addresses nor clients', async () => {
    await process().count('198.51.100.23 my-client');
    const text = JSON.stringify(await rows());
    expect(text).toContain('token_tries:');
    expect(text).not.toMatch(/198\.51|my-client/);
  });

  it('says nothing to whoever has another secret', async () => {
    const key = newKey();
    const mine = process();
    for (let n = 0; n < MOST; n += 1) await mine.count(key);
    const other = openRateLimits({ pool: test.database.pool, secret: Buffer.alloc(32, 8) }).token_tries;
    expect(await other.waitSeconds(key)).toBe(0);
  });

  it('forgets what no longer counts', async () => {
    setClock(1_000_000_000);
    await process().count(newKey());
    setClock(Date.now() + 10 * 60_000);
    await process().count(newKey());
    const old = async () =>
      (await test.database.pool.query('select from rate_limits where expire < $1', [Date.now()])).rows;
    await expect.poll(old).toEqual([]);
  });
});

describe('while the database does not answer', () => {
  const gone: CountingDatabase = { query: () => Promise.reject(new Error('gone')) };

  it('a limit holds in each process by itself, no tighter and no looser', async () => {
    const key = newKey();
    const limit = process(gone);
    for (let n = 0; n < MOST; n += 1) {
      expect(await limit.waitSeconds(key)).toBe(0);
      expect(await limit.count(key)).toBe(0);
    }
    expect(await limit.waitSeconds(key)).toBeGreaterThan(0);
    expect(await limit.count(key)).toBeGreaterThan(0);
  });

  it('what a process has counted before the outage still counts in it', async () => {
    const key = newKey();
    let isGone = false;
    const pool: CountingDatabase = {
      query: (question) => (isGone ? gone : test.database.pool).query(question),
    };
    const limit = process(pool);
    for (let n = 0; n < MOST; n += 1) await limit.count(key);
    isGone = true;
    expect(await limit.waitSeconds(key)).toBeGreaterThan(0);
  });

  it('the first who asks finds out, and the others do not wait for it', async () => {
    const query = vi.fn(gone.query);
    const limit = process({ query });
    for (let n = 0; n < 5; n += 1) await limit.waitSeconds(newKey());
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('a database that is there and says nothing is given up on', async () => {
    const blocker = await test.database.pool.connect();
    try {
      await blocker.query('begin');
      await blocker.query('lock table rate_limits in access exclusive mode');
      const before = performance.now();
      expect(await process().waitSeconds(newKey())).toBe(0);
      expect(performance.now() - before).toBeLessThan(10_000);
    } finally {
      await blocker.query('rollback');
      blocker.release();
    }
  });
});
