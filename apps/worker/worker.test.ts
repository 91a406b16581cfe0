import type { Platform } from '@reident/platform';
import {
  advanceClock,
  changeStatus,
  createTenant,
  type Database,
  findIdentification,
  insertSubscription,
  type JobKind,
  type LeasedJob,
  leaseJobs,
  listDeliveries,
  scheduleJob,
  sql,
  type Tenant,
} from '@reident/store';
import { newSecret, verifySolarisSignature } from '@reident/webhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tests/fixtures/database.ts';
import { type Receiver, startReceiver } from '../../tests/fixtures/receiver.ts';
import { makeIdentification } from '../../tests/fixtures/store/make.ts';
import { openLoopbackEgress } from '../../tests/fixtures/webhooks/loopback-egress.ts';
import { NO_METRICS, type WorkerMetrics } from './metrics.ts';
import { JOB_LIMITS, type JobHandlers, pollJobs, waitAfter } from './poll-jobs.ts';
import type { Poller } from './poller.ts';
import { startWorker, type Worker } from './start-worker.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

const actor = { kind: 'partner', id: null } as const;

let testDatabase: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let platform: Platform;
let logged: { level: string; fields: Record<string, unknown> }[];
let tenant: Tenant;
let companies = 0;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = testDatabase.database;
  const egress = openLoopbackEgress();
  const write = (level: string) => (fields: Record<string, unknown>) => void logged.push({ level, fields });
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  // No job of these tests looks at pictures.
  platform = { config: {}, database, egress, log } as unknown as Platform;
});

afterAll(async () => {
  await platform.egress.close();
  await testDatabase.close();
});

beforeEach(async () => {
  logged = [];
  companies += 1;
  tenant = await createTenant(database, { company: `worker-${companies}`, name: 'Test Bank', kind: 'sandbox' });
});

describe('a worker', () => {
  let receiver: Receiver;
  const workers: Worker[] = [];

  beforeEach(async () => {
    receiver = await startReceiver();
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await receiver.stop();
  });

  const start = (metrics?: WorkerMetrics) => {
    const worker = startWorker(platform, metrics);
    workers.push(worker);
    return worker;
  };

  it('delivers a signed notification at each change of an identification, in order', async () => {
    start();
    const secret = await subscribe(receiver.url);
    const id = await createIdentification();
    await change(id, 'requested');
    await change(id, 'confirmed');
    const requests = await receiver.received(3);
    expect(requests.map(({ body }) => JSON.parse(String(body)).status)).toEqual(['created', 'pending', 'successful']);
    for (const { body, headers } of requests) {
      expect(headers['solaris-entity-id']).toBe(id);
      expect(verifySolarisSignature(secret, body, String(headers['solaris-webhook-signature']))).toBe(true);
    }
  });

  it('sends nothing before the change is committed, and nothing at all when it is not [REL-1]', async () => {
    start();
    await subscribe(receiver.url);
    const undone = database.inTenant(tenant.id, async (tx) => {
      await makeIdentification(tx);
      await new Promise((resolve) => setTimeout(resolve, 300));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const id = await createIdentification();
    const requests = await receiver.received(1);
    expect(requests.map(({ headers }) => headers['solaris-entity-id'])).toEqual([id]);
  });

  it('shares the work with others: everything arrives, nothing twice', async () => {
    start();
    start();
    await subscribe(receiver.url);
    await Promise.all(Array.from({ length: 60 }, createIdentification));
    const requests = await receiver.received(60);
    await expect.poll(pendingDeliveries, POLLING).toBe(0);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
    expect(receiver.notifications()).toHaveLength(60);
  });

  it('goes on by itself after the database dropped every connection, and loses nothing [REL-5]', async () => {
    start();
    await subscribe(receiver.url);
    // A connection may end only when the next call is on it, and whether that call was committed its caller cannot know.
    const answered: string[] = [];
    for (let round = 0; round < 5; round++) {
      answered.push(await retrying(createIdentification));
      await dropConnections();
    }
    answered.push(await retrying(createIdentification));
    const committed = await retrying(identificationIds);
    expect(committed).toEqual(expect.arrayContaining(answered));
    expect(new Set(answered).size).toBe(6);
    const notified = () => [
      ...new Set(receiver.notifications().map(({ headers }) => String(headers['solaris-entity-id']))),
    ];
    await expect.poll(() => notified().sort(), POLLING).toEqual(committed.sort());
  });

  it('ends an identification whose link has run out, as soon as the sandbox clock says so', async () => {
    start();
    await subscribe(receiver.url);
    const id = await createIdentification();
    await change(id, 'requested', new Date(Date.now() + 86_400_000));
    await database.inTenant(tenant.id, (tx) =>
      scheduleJob(tx, { kind: 'expire', key: id, dueAt: new Date(tx.now.getTime() + 86_400_000) }),
    );
    await receiver.received(2);
    await advance(86_401);
    const [, , last] = await receiver.received(3);
    expect(JSON.parse(String(last?.body))).toMatchObject({ id, status: 'expired' });
  });

  it('counts what it does', async () => {
    const counted: string[] = [];
    start({ ...NO_METRICS, delivery: (outcome) => void counted.push(outcome) });
    await subscribe(receiver.url);
    receiver.answer(422);
    await createIdentification();
    await expect.poll(() => counted, POLLING).toEqual(['rejected']);
  });

  it('stops without waiting for a receiver that hangs, and leaves the delivery to the next worker', async () => {
    const worker = start();
    await subscribe(receiver.url);
    receiver.answer(() => undefined);
    await createIdentification();
    await receiver.received(1);
    await worker.stop();
    receiver.answer(200);
    start();
    const requests = await receiver.received(2);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await expect.poll(pendingDeliveries, POLLING).toBe(0);
  });

  async function subscribe(url: string): Promise<string> {
    const secret = newSecret();
    await database.inTenant(tenant.id, (tx) =>
      insertSubscription(tx, { eventType: 'IDENTIFICATION', url, secret }, actor),
    );
    return secret;
  }
});

describe('a job', () => {
  const pollers: Poller[] = [];

  afterEach(async () => {
    await Promise.all(pollers.splice(0).map((poller) => poller.stop()));
  });

  /** With kinds that only a test has. */
  const work = (handlers: Record<string, JobHandlers[JobKind]>) => {
    pollers.push(...pollJobs(platform, handlers as JobHandlers, NO_METRICS));
    return async () => {
      await Promise.all(pollers.splice(0).map((poller) => poller.stop()));
    };
  };

  it('runs once, with its key and payload', async () => {
    const seen: unknown[] = [];
    work({
      note: {
        timeoutSeconds: 5,
        handle: async ({ key, payload, attempt }) => void seen.push({ key, payload, attempt }),
      },
    });
    await schedule('note', 'a', { step: 3 });
    await expect.poll(() => seen, POLLING).toEqual([{ key: 'a', payload: { step: 3 }, attempt: 1 }]);
    await expect.poll(jobs, POLLING).toEqual([]);
  });

  it('that throws is tried again, later each time, and parked under a logged id after the last try', async () => {
    const tries: number[] = [];
    const fails = async ({ attempt }: LeasedJob) => {
      tries.push(attempt);
      throw new Error('no luck');
    };
    work({ bad: { timeoutSeconds: 5, handle: fails } });
    await schedule('bad', 'a');
    const state = async () => {
      const [job] = await jobs();
      // The first waits are short: where the next try comes by itself before anybody has looked, nothing needs a push.
      if (job?.state === 'pending' && job.lease_id === null) {
        await advance(JOB_LIMITS.longestWaitSeconds);
        for (const poller of pollers) poller.wake();
      }
      return job?.state;
    };
    await expect.poll(state, POLLING).toBe('failed');
    const [failed] = await jobs();
    expect(failed).toMatchObject({ state: 'failed', error_id: expect.stringMatching(/^[0-9a-f]{32}ex$/) });
    const about = logged.filter(({ fields }) => fields.kind === 'bad');
    expect(about.at(-1)).toMatchObject({ level: 'error', fields: { errorId: failed?.error_id } });
    expect(tries).toEqual(Array.from({ length: JOB_LIMITS.attempts }, (_, index) => index + 1));
  });

  it('waits 1 s after the first failure, twice as long after each, and never more than five minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 20].map(waitAfter)).toEqual([1, 2, 4, 8, 16, 32, 64, 300]);
  });

  it('that takes too long is given up and tried again', async () => {
    const attempts: number[] = [];
    const handle = (job: LeasedJob) => {
      attempts.push(job.attempt);
      return job.attempt === 1 ? new Promise<void>(() => undefined) : Promise.resolve();
    };
    work({ slow: { timeoutSeconds: 0.1, handle } });
    await schedule('slow', 'a');
    await expect.poll(() => attempts, POLLING).toEqual([1, 2]);
    await expect.poll(jobs, POLLING).toEqual([]);
  });

  it('of a dead worker is taken over when its lease has run out [REL-4]', async () => {
    await schedule('orphan', 'a');
    const [dead] = await leaseJobs(database, { kinds: ['orphan' as JobKind], limit: 1, leaseSeconds: 0.2 });
    expect(dead).toBeDefined();
    const seen: number[] = [];
    work({ orphan: { timeoutSeconds: 5, handle: async ({ attempt }) => void seen.push(attempt) } });
    await expect.poll(() => seen, POLLING).toEqual([2]);
  });

  it('that is scheduled again while it runs, runs once more', async () => {
    let runs = 0;
    const again = async ({ key }: LeasedJob) => {
      runs += 1;
      if (runs === 1) await schedule('again', key);
    };
    work({ again: { timeoutSeconds: 5, handle: again } });
    await schedule('again', 'a');
    await expect.poll(() => runs, POLLING).toBe(2);
    await expect.poll(jobs, POLLING).toEqual([]);
  });

  it('of a kind that nobody here knows is left to others', async () => {
    work({ known: { timeoutSeconds: 5, handle: async () => undefined } });
    await schedule('unknown', 'a');
    await schedule('known', 'a');
    await expect
      .poll(async () => (await jobs()).map(({ kind, lease_id }) => [kind, lease_id]), POLLING)
      .toEqual([['unknown', null]]);
  });

  it('at work when the process stops is finished first', async () => {
    // Leased it is a moment before anybody is at it.
    let finish: (() => void) | undefined;
    const handle = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    const stop = work({ last: { timeoutSeconds: 300, handle } });
    await schedule('last', 'a');
    await expect.poll(() => finish, POLLING).toBeDefined();
    const stopped = stop();
    finish?.();
    await stopped;
    expect(await jobs()).toEqual([]);
  });

  function schedule(kind: string, key: string, payload?: object) {
    return database.inTenant(tenant.id, (tx) => scheduleJob(tx, { kind: kind as JobKind, key, payload }));
  }

  function jobs() {
    return database.inTenant(tenant.id, (tx) =>
      tx.query(sql<JobRow>`select kind, state, lease_id, error_id from jobs order by seq`),
    );
  }
});

interface JobRow {
  kind: string;
  state: string;
  lease_id: string | null;
  error_id: string | null;
}

async function createIdentification(): Promise<string> {
  return (await database.inTenant(tenant.id, (tx) => makeIdentification(tx))).id;
}

async function identificationIds(): Promise<string[]> {
  const rows = await database.inTenant(tenant.id, (tx) =>
    tx.query(sql<{ id: string }>`select id from identifications where tenant_id = ${tenant.id}`),
  );
  return rows.map(({ id }) => id);
}

async function change(id: string, event: 'requested' | 'confirmed', expiresAt?: Date): Promise<void> {
  const session = {
    reference: `TS2-${id.slice(0, 5)}`,
    url: 'https://x.example/',
    tokenHash: Buffer.alloc(32),
  };
  await database.inTenant(tenant.id, async (tx) => {
    const identification = await findIdentification(tx, id, { lock: true });
    await changeStatus(tx, identification, event, { actor, expiresAt, ...(event === 'requested' ? { session } : {}) });
  });
}

async function advance(seconds: number): Promise<void> {
  await database.inTenant(tenant.id, (tx) => advanceClock(tx, seconds * 1000));
}

async function pendingDeliveries(): Promise<number> {
  const query = { states: ['pending'] as const, page: { number: 1, size: 1 } };
  return (await database.inTenant(tenant.id, (tx) => listDeliveries(tx, query))).total;
}

/** As a failing network or a restarted server would. */
async function dropConnections(): Promise<void> {
  await database.pool
    .query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()',
    )
    .catch(() => undefined);
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const outcome = await work().catch(() => undefined);
    if (outcome !== undefined) return outcome;
  }
}
