import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { makeTenant } from '../../../tests/fixtures/store/make.ts';
import { LeaseLost } from '../errors.ts';
import { insertPerson, listPersons } from '../persons/persons.ts';
import { advanceClock } from '../tenants/tenants.ts';
import { sql } from '../transaction/sql.ts';
import type { Tenant } from '../types.ts';
import type { JobKind } from './job-kinds.ts';
import {
  cancelJob,
  completeJob,
  failJob,
  type JobOrder,
  type LeasedJob,
  leaseJobs,
  retryJob,
  scheduleJob,
} from './jobs.ts';
import { listenForWork } from './listen-for-work.ts';

let test: TestDatabase;
let tenant: Tenant;
let round = 0;
/** One that no other test has, so that no test meets the jobs of another. */
let kind: JobKind;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  round += 1;
  kind = `kind-${round}` as JobKind;
  tenant = await makeTenant(test.database);
});

const schedule = (key: string, order: Partial<JobOrder> = {}, tenantId = tenant.id) =>
  test.database.inTenant(tenantId, (tx) => scheduleJob(tx, { kind, key, ...order }));
const lease = (limit = 10, leaseSeconds = 30) => leaseJobs(test.database, { kinds: [kind], limit, leaseSeconds });
/** As if so much time had passed that nobody holds the jobs of this test any more. */
const endLeases = () =>
  test.database.inTenant(tenant.id, (tx) =>
    tx.query(sql`update jobs set leased_until = clock_timestamp() where kind = ${kind} and lease_id is not null`),
  );
const leaseOne = async (leaseSeconds = 30): Promise<LeasedJob> => {
  const [job] = await lease(1, leaseSeconds);
  if (job === undefined) throw new Error('nothing was due');
  return job;
};

describe('a job', () => {
  it('goes to one worker only, however many ask at once [REL-4]', async () => {
    for (let n = 0; n < 40; n += 1) await schedule(`job-${n}`);
    const taken = (await Promise.all(Array.from({ length: 8 }, () => lease(10)))).flat();
    while (taken.length < 40) {
      const more = await lease(10);
      if (more.length === 0) break;
      taken.push(...more);
    }
    expect(new Set(taken.map(({ key }) => key)).size).toBe(40);
    expect(taken).toHaveLength(40);
  });

  it('is free again when its lease ends, and the dead worker cannot overwrite what the next one does [REL-4]', async () => {
    await schedule('a');
    const late = await leaseOne();
    expect(await lease()).toEqual([]);
    await endLeases();
    const next = await leaseOne();
    expect(next).toMatchObject({ key: 'a', attempt: 2 });
    const tooLate = await Promise.allSettled([
      completeJob(test.database, late),
      retryJob(test.database, late, 0),
      failJob(test.database, late, 'x'),
    ]);
    for (const outcome of tooLate) expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
    await completeJob(test.database, next);
    expect(await lease()).toEqual([]);
  });

  it('ends together with its work: without the lease the work is not saved either [REL-4]', async () => {
    await schedule('a');
    const late = await leaseOne(0.02);
    await sleep(40);
    const next = await leaseOne();
    const work = (job: LeasedJob) =>
      test.database.inTenant(tenant.id, async (tx) => {
        await insertPerson(tx, { last_name: 'Mustermann' });
        await completeJob(tx, job);
      });
    await expect(work(late)).rejects.toBeInstanceOf(LeaseLost);
    await work(next);
    const { total } = await test.database.inTenant(tenant.id, (tx) => listPersons(tx, { number: 1, size: 10 }));
    expect(total).toBe(1);
  });

  it('that is ordered twice runs once, with what was said last', async () => {
    await schedule('a', { payload: { step: 1 } });
    await schedule('a', { payload: { step: 2 } });
    const jobs = await lease();
    expect(jobs.map(({ payload }) => payload)).toEqual([{ step: 2 }]);
  });

  it('that is ordered again while it runs, runs once more afterwards', async () => {
    await schedule('a', { payload: { step: 1 } });
    const running = await leaseOne();
    await schedule('a', { payload: { step: 2 } });
    expect(await lease()).toEqual([]);
    await completeJob(test.database, running);
    const again = await leaseOne();
    expect(again).toMatchObject({ payload: { step: 2 }, attempt: 1 });
    await completeJob(test.database, again);
    expect(await lease()).toEqual([]);
  });

  it('is tried again after a while, counted, and given up with the id of the error', async () => {
    await schedule('a');
    await retryJob(test.database, await leaseOne(), 3600);
    expect(await lease()).toEqual([]);
    await test.database.inTenant(tenant.id, (tx) => advanceClock(tx, 3_600_000));
    const second = await leaseOne();
    expect(second.attempt).toBe(2);
    await failJob(test.database, second, 'error-1');
    await test.database.inTenant(tenant.id, (tx) => advanceClock(tx, 86_400_000));
    expect(await lease()).toEqual([]);
    const rows = await test.database.inTenant(tenant.id, (tx) => tx.query(sql`select state, error_id from jobs`));
    expect(rows).toEqual([{ state: 'failed', error_id: 'error-1' }]);
  });

  it('that failed does not stand in the way of a new order', async () => {
    await schedule('a');
    await failJob(test.database, await leaseOne(), 'error-1');
    await schedule('a');
    expect(await lease()).toHaveLength(1);
  });

  it('can be taken back while nobody works on it', async () => {
    await schedule('a');
    await schedule('b');
    const running = await leaseOne();
    await test.database.inTenant(tenant.id, async (tx) => {
      await cancelJob(tx, kind, 'a');
      await cancelJob(tx, kind, 'b');
    });
    await completeJob(test.database, running);
    expect(await lease()).toEqual([]);
  });

  it('is not there when the transaction that ordered it was rolled back [REL-1]', async () => {
    const order = test.database.inTenant(tenant.id, async (tx) => {
      await scheduleJob(tx, { kind, key: 'a' });
      throw new Error('rolled back');
    });
    await expect(order).rejects.toThrow('rolled back');
    expect(await lease()).toEqual([]);
  });
});

describe('time', () => {
  it("is the tenant's: moving the clock of one sandbox makes its jobs due, and nobody else's", async () => {
    const other = await makeTenant(test.database);
    const tomorrow = new Date(Date.now() + 86_400_000);
    await schedule('a', { dueAt: tomorrow });
    await schedule('b', { dueAt: tomorrow }, other.id);
    expect(await lease()).toEqual([]);
    const now = await test.database.inTenant(tenant.id, (tx) => advanceClock(tx, 86_400_001));
    expect(now.getTime()).toBeGreaterThan(tomorrow.getTime());
    const jobs = await lease();
    expect(jobs.map(({ key, tenantId }) => [key, tenantId])).toEqual([['a', tenant.id]]);
    expect((await test.database.inTenant(tenant.id, async (tx) => tx.now)).getTime()).toBeGreaterThan(
      tomorrow.getTime(),
    );
  });

  it('cannot be moved in a live tenant, nor backwards [API-10]', async () => {
    const live = await makeTenant(test.database, 'live');
    await expect(test.database.inTenant(live.id, (tx) => advanceClock(tx, 1000))).rejects.toMatchObject({
      code: 'unauthorized_action',
    });
    await expect(test.database.inTenant(tenant.id, (tx) => advanceClock(tx, -1))).rejects.toMatchObject({
      code: 'validation_error',
    });
  });
});

describe('the queue', () => {
  it('serves tenants in turn: a thousand jobs of one do not keep another waiting', async () => {
    const small = await makeTenant(test.database);
    const earlier = new Date(Date.now() - 60_000);
    await test.database.inTenant(tenant.id, (tx) =>
      tx.query(sql`
        insert into jobs (tenant_id, id, kind, key, payload, due_at, created_at)
        select ${tenant.id}, md5(${kind} || n), ${kind}, 'flood-' || n, '{}', ${earlier}, ${earlier}
        from generate_series(1, 1000) n`),
    );
    await schedule('small', {}, small.id);
    const jobs = await lease(4);
    expect(jobs).toHaveLength(4);
    expect(jobs.map(({ key }) => key)).toContain('small');
  });

  it('wakes the worker of another process after the commit', async () => {
    const elsewhere = await test.database.pool.connect();
    let woken = 0;
    const listening = listenForWork(test.database, () => {
      woken += 1;
    });
    try {
      await expect.poll(() => woken).toBeGreaterThan(0);
      const before = woken;
      await elsewhere.query(`select pg_notify('reident_work', '')`);
      await expect.poll(() => woken).toBeGreaterThan(before);
    } finally {
      elsewhere.release();
      await listening.stop();
    }
  });

  it('wakes the worker again after its connection was lost [REL-5]', async () => {
    let woken = 0;
    const listening = listenForWork(test.database, () => {
      woken += 1;
    });
    try {
      await expect.poll(() => woken).toBeGreaterThan(0);
      const { rows } = await test.database.pool.query(
        `select pid from pg_stat_activity where datname = current_database() and query = 'listen reident_work'`,
      );
      const before = woken;
      for (const { pid } of rows) await test.database.pool.query('select pg_terminate_backend($1)', [pid]);
      await expect.poll(() => woken).toBeGreaterThan(before);
    } finally {
      await listening.stop();
    }
  });
});
