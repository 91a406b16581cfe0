/**
 * Event → delivered: 100 signed deliveries/s to 20 receivers on loopback, beside 50 other writes/s, in one process with
 * its own embedded PostgreSQL. The load comes at a fixed rate, whatever the answers: a delivery's time runs from the
 * moment at which its event was due to happen, commit included, until its receiver has read the whole request.
 *
 *   BENCH_SECONDS   length, 30 by default (the requirement REL-11 is 600)
 *   BENCH_HANGING   how many of the 20 receivers never answer; only the others are measured
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createTenant,
  type Database,
  insertPerson,
  insertSubscription,
  listenForWork,
  migrateDatabase,
  openDatabase,
  startEmbeddedPostgres,
} from '@reident/store';
import { newSecret, verifySolarisSignature } from '@reident/webhooks';
import { NO_METRICS } from '../../apps/worker/metrics.ts';
import { pollDeliveries } from '../../apps/worker/poll-deliveries.ts';
import { type ReceivedRequest, startReceiver } from '../../tests/fixtures/receiver.ts';
import { makeIdentification } from '../../tests/fixtures/store/make.ts';
import { openLoopbackEgress } from '../../tests/fixtures/webhooks/loopback-egress.ts';
import { printMachine } from '../support.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const HANGING = Number(process.env.BENCH_HANGING ?? 0);
const RECEIVERS = 20;
const DELIVERIES_PER_SECOND = 100;
const WRITES_PER_SECOND = 50;
const ANSWER_TIMEOUT_MS = 30_000;
const actor = { kind: 'system', id: null } as const;

interface Endpoint {
  tenantId: string;
  personId: string;
  hangs: boolean;
}

printMachine();
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const quiet = { info: () => undefined, warn: () => undefined, error: (...line: unknown[]) => console.error(...line) };
const postgres = await startEmbeddedPostgres(dataDir, quiet);
const rootKey = randomBytes(32);
await migrateDatabase(postgres.connection, { rootKey });
const database = await openDatabase({ admin: postgres.connection, rootKey, log: quiet });
const egress = openLoopbackEgress();

const dueAt = new Map<string, number>();
const times: number[] = [];
let wanted = 0;
let badSignatures = 0;
let copies = 0;
const receivers = await Promise.all(Array.from({ length: RECEIVERS }, () => startReceiver()));
const endpoints = await Promise.all(receivers.map((receiver, index) => subscribe(database, receiver, index)));

const poller = pollDeliveries({ database, egress, log: quiet }, NO_METRICS);
const hints = listenForWork(database, () => poller.wake());

let failed = 0;
let late = 0;
const startedAt = performance.now();
const cpu = process.cpuUsage();
await Promise.all([
  atRate(DELIVERIES_PER_SECOND, async (index, due) => {
    const endpoint = endpoints[index % RECEIVERS] as Endpoint;
    await database.inTenant(endpoint.tenantId, async (tx) => {
      const { id } = await makeIdentification(tx, endpoint.personId);
      if (!endpoint.hangs) {
        tx.afterCommit(() => {
          wanted += 1;
          dueAt.set(id, due);
        });
      }
    });
  }),
  atRate(WRITES_PER_SECOND, async (index) => {
    const { tenantId } = endpoints[index % RECEIVERS] as Endpoint;
    await database.inTenant(tenantId, (tx) => insertPerson(tx, { first_name: 'Bench', last_name: 'Mark' }));
  }),
]);
const giveUpAt = performance.now() + ANSWER_TIMEOUT_MS;
while (dueAt.size > 0 && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 20));
const { user, system } = process.cpuUsage(cpu);
const elapsed = (performance.now() - startedAt) / 1000;

times.sort((a, b) => a - b);
const hangingText = HANGING > 0 ? `, ${HANGING} of ${RECEIVERS} receivers hang` : '';
console.log(
  `${DELIVERIES_PER_SECOND} deliveries/s beside ${WRITES_PER_SECOND} writes/s for ${SECONDS} s${hangingText}`,
);
console.log(
  `event → delivered: p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms   (budget p99 ${HANGING > 0 ? 2000 : 1000} ms)` +
    `\n${times.length} of ${wanted} delivered, ${copies} extra copies, ${badSignatures} bad signatures, ${failed} failed writes, ${late} started > 100 ms late` +
    `\nCPU ${((user + system) / 1e6 / elapsed).toFixed(2)} of a core in this process: generator, worker and receivers together; PostgreSQL apart`,
);
if (times.length !== wanted || badSignatures > 0) process.exitCode = 1;

await poller.stop();
await hints.stop();
await egress.close();
await Promise.all(receivers.map((receiver) => receiver.stop()));
await database.close();
await postgres.stop();
rmSync(dataDir, { recursive: true, force: true });

async function subscribe(where: Database, receiver: (typeof receivers)[number], index: number): Promise<Endpoint> {
  const tenant = await createTenant(where, { company: `bench-${index}`, name: 'Bench', kind: 'sandbox' });
  const secret = newSecret();
  const hangs = index < HANGING;
  receiver.answer((request) => {
    if (hangs) return undefined;
    arrived(request, secret);
    return 204;
  });
  return where.inTenant(tenant.id, async (tx) => {
    await insertSubscription(tx, { eventType: 'IDENTIFICATION', url: receiver.url, secret }, actor);
    const person = await insertPerson(tx, { first_name: 'Bench', last_name: 'Mark' });
    return { tenantId: tenant.id, personId: person.id, hangs };
  });
}

function arrived({ body, headers }: ReceivedRequest, secret: string): void {
  const id = String(headers['solaris-entity-id']);
  const due = dueAt.get(id);
  if (!verifySolarisSignature(secret, body, String(headers['solaris-webhook-signature']))) badSignatures += 1;
  if (due === undefined) {
    copies += 1;
    return;
  }
  dueAt.delete(id);
  times.push(performance.now() - due);
}

/** Starts `work` at a fixed rate for the whole time and does not wait for it in between. */
async function atRate(perSecond: number, work: (index: number, due: number) => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  const begin = performance.now();
  for (let index = 0; index < SECONDS * perSecond; index++) {
    const due = begin + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    else if (wait < -100) late += 1;
    running.push(
      work(index, due).catch(() => {
        failed += 1;
      }),
    );
  }
  await Promise.all(running);
}

function at(share: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(0);
}
