/**
 * The queue alone: how many jobs and deliveries per second are leased and acknowledged, each acknowledgement a
 * transaction of its own, with ten workers on an embedded PostgreSQL. And how long a leaser waits for a due job that was
 * just committed, when it is woken by the hint.
 *
 *   BENCH_JOBS   how many of each, 5,000 by default
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  completeJob,
  createTenant,
  type Database,
  enqueueNotification,
  insertSubscription,
  leaseDeliveries,
  leaseJobs,
  listenForWork,
  migrateDatabase,
  openDatabase,
  recordAttempt,
  scheduleJob,
  startEmbeddedPostgres,
  type Tenant,
} from '@reident/store';
import { printMachine } from '../support.ts';

const COUNT = Number(process.env.BENCH_JOBS ?? 5_000);
const WORKERS = 10;
const BATCH = 10;
const LEASE_SECONDS = 45;
const ENDPOINTS = 20;
const ACTOR = { kind: 'system', id: null } as const;

printMachine();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startEmbeddedPostgres(folder, silent);
try {
  const rootKey = randomBytes(32);
  await migrateDatabase(server.connection, { rootKey });
  const database = await openDatabase({ admin: server.connection, rootKey, log: silent });
  const tenant = await createTenant(database, { company: 'bench', name: 'Bench', kind: 'sandbox' });
  await measureJobs(database, tenant);
  await measurePickUp(database, tenant);
  await measureDeliveries(database, tenant);
  await database.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measureJobs(database: Database, tenant: Tenant): Promise<void> {
  for (let from = 0; from < COUNT; from += 500) {
    await database.inTenant(tenant.id, async (tx) => {
      for (let n = from; n < Math.min(from + 500, COUNT); n += 1)
        await scheduleJob(tx, { kind: 'examine', key: `${n}` });
    });
  }
  await report('jobs leased and completed', COUNT, async () => {
    const jobs = await leaseJobs(database, { kinds: ['examine'], limit: BATCH, leaseSeconds: LEASE_SECONDS });
    for (const job of jobs) await completeJob(database, job);
    return jobs.length;
  });
}

async function measureDeliveries(database: Database, tenant: Tenant): Promise<void> {
  await database.inTenant(tenant.id, async (tx) => {
    for (let n = 0; n < ENDPOINTS; n += 1) {
      await insertSubscription(
        tx,
        { eventType: 'BENCH', url: `https://receiver-${n}.example`, secret: 'secret' },
        ACTOR,
      );
    }
    for (let n = 0; n < COUNT / ENDPOINTS; n += 1) {
      await enqueueNotification(tx, { eventType: 'BENCH', entityId: `entity-${n}`, personId: null, body: { n } });
    }
  });
  await report(`deliveries leased and recorded, ${ENDPOINTS} endpoints`, COUNT, async () => {
    const deliveries = await leaseDeliveries(database, { limit: BATCH, leaseSeconds: LEASE_SECONDS });
    for (const delivery of deliveries) {
      await recordAttempt(database, delivery, {
        outcome: 'delivered',
        responseStatus: 200,
        error: null,
        durationMs: 1,
      });
    }
    return deliveries.length;
  });
}

/** Commit of a job → a worker that was idle has leased it. */
async function measurePickUp(database: Database, tenant: Tenant): Promise<void> {
  const waits: number[] = [];
  let due = 0;
  let taken: () => void = () => undefined;
  const listening = listenForWork(database, async () => {
    const jobs = await leaseJobs(database, { kinds: ['expire'], limit: 1, leaseSeconds: LEASE_SECONDS });
    for (const job of jobs) {
      waits.push(performance.now() - due);
      await completeJob(database, job);
      taken();
    }
  });
  for (let n = 0; n < 200; n += 1) {
    const done = new Promise<void>((resolve) => {
      taken = resolve;
    });
    await database.inTenant(tenant.id, (tx) => scheduleJob(tx, { kind: 'expire', key: `${n}` }));
    due = performance.now();
    await done;
  }
  await listening.stop();
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.floor(waits.length * share)]?.toFixed(1);
  console.log(`commit → leased when idle, n=${waits.length}: median ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

async function report(what: string, total: number, turn: () => Promise<number>): Promise<void> {
  const startedAt = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (done < total) {
        const acknowledged = await turn();
        done += acknowledged;
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(
    `${what}: ${Math.round(total / seconds)}/s (${total} in ${seconds.toFixed(1)} s, ${WORKERS} workers, batches of ${BATCH})`,
  );
}
