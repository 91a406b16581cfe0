/**
 * The board of re-KYC with 100,000 persons, all of whom have been invited: how long its first screen takes while many or few
 * wait for their customers, and how long the first page of the lists behind it.
 *
 *   BENCH_PERSONS   how many, 100,000 by default
 *   BENCH_WAITING   how many of them were invited and have not finished, 5,000 and 40,000 by default, separated by commas
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boardOf } from '@reident/platform';
import {
  createTenant,
  type Database,
  listBoardPersons,
  listDue,
  migrateDatabase,
  openDatabase,
  startEmbeddedPostgres,
  type TenantTx,
} from '@reident/store';
import pg from 'pg';
import { printMachine } from '../support.ts';

const PERSONS = Number(process.env.BENCH_PERSONS ?? 100_000);
const WAITING = (process.env.BENCH_WAITING ?? '5000,40000').split(',').map(Number);
const ROUNDS = 21;

/** What is asked, under the name that is printed. */
const QUESTIONS: Readonly<Record<string, (tx: TenantTx) => Promise<unknown>>> = {
  board: boardOf,
  'who is due': (tx) => listDue(tx, {}, { number: 1, size: 50 }),
  'persons behind the board': (tx) => listBoardPersons(tx, {}, null, 50),
};

printMachine();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startEmbeddedPostgres(folder, silent);
try {
  const rootKey = randomBytes(32);
  await migrateDatabase(server.connection, { rootKey });
  const database = await openDatabase({ admin: server.connection, rootKey, log: silent, answerTimeoutMs: 120_000 });
  for (const [index, waiting] of WAITING.entries()) {
    const tenant = await createTenant(database, { company: `bench-${index}`, name: 'Bench', kind: 'sandbox' });
    await fill(tenant.id, waiting);
    await measure(database, tenant.id, waiting);
  }
  await database.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Rows as the program writes them, without what is sealed: the board reads none of it. Half of those who wait are in a session. */
async function fill(tenantId: string, waiting: number): Promise<void> {
  const admin = new pg.Client(server.connection);
  await admin.connect();
  const id = (suffix: string) => `lpad(to_hex(n), 32, '0') || '${suffix}'`;
  const riskClass = `case when n % 20 = 0 then 'high' else 'normal' end`;
  const all = `generate_series(1, ${PERSONS}) n`;
  await admin.query(`
    set search_path = reident;
    insert into persons (tenant_id, id, attributes_sealed, created_at, updated_at)
    select '${tenantId}', ${id('cper')}, ''::bytea, now(), now() from ${all};
    insert into due_states (tenant_id, person_id, risk_class, due_on, rule, since, cause, updated_at)
    select '${tenantId}', ${id('cper')}, ${riskClass}, to_char(current_date - 60 + n % 1860, 'YYYY-MM-DD'), 'cycle', 'day', 'cycle:day', now()
    from ${all};
    insert into campaigns (tenant_id, id, name, state, plan, created_at)
    select '${tenantId}', 'campaign' || n, 'Campaign', 'running', '{}', now() from generate_series(0, 4) n;
    insert into identifications (tenant_id, id, person_id, method, status, created_at)
    select '${tenantId}', ${id('cidt')}, ${id('cper')}, 'idnow_autoident', 'pending', now() from generate_series(1, ${waiting}) n;
    insert into capture_sessions (tenant_id, id, identification_id, person_id, cookie_hash, language, private_sealed, consents,
      started_at, last_seen_at, funnel_step, funnel_phase, funnel_step_since)
    select '${tenantId}', 'session' || n, ${id('cidt')}, ${id('cper')}, sha256(('${tenantId} ' || n)::bytea), 'de', ''::bytea, '[]',
      now(), now(), 'selfie', 'customer', now() from generate_series(1, ${Math.floor(waiting / 2)}) n;
    insert into invitations (tenant_id, id, campaign_id, person_id, cause, rule, due_on, risk_class, state, planned_at, invited_at, identification_id)
    select '${tenantId}', 'invitation' || n, 'campaign' || n % 5, ${id('cper')}, 'cycle:day', 'cycle', '2030-01-01', ${riskClass},
      case when n <= ${waiting} then 'invited' when n % 3 = 0 then 'planned' else 'done' end, now(),
      case when n <= ${waiting} or n % 3 <> 0 then now() end, case when n <= ${waiting} then ${id('cidt')} end from ${all}`);
  await admin.query('vacuum analyze');
  await admin.end();
}

async function measure(database: Database, tenantId: string, waiting: number): Promise<void> {
  console.log(`${PERSONS} persons, ${waiting} waiting for their customers, n = ${ROUNDS}`);
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const askedAt = performance.now();
      await database.inTenant(tenantId, ask);
      times.push(performance.now() - askedAt);
    }
    times.sort((a, b) => a - b);
    const shown = (value = Number.NaN) => value.toFixed(0).padStart(4);
    console.log(
      `  ${name.padEnd(26)} median ${shown(times[Math.floor(ROUNDS / 2)])} ms, slowest ${shown(times.at(-1))} ms`,
    );
  }
}
