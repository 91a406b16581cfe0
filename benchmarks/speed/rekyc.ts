/**
 * Years of a bank's re-KYC on the virtual clock: due dates, a standing campaign, reminders, customers who answer or do not, and
 * workers that are killed. Says how long it took, how large the database became, whether anybody was missed or asked twice, and
 * how long the board takes on what is there then.
 *
 *   BENCH_PERSONS   how many, 100,000 by default
 *   BENCH_YEARS     how many, 6 by default
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boardOf, type Platform } from '@reident/platform';
import { createTenant, type Database, migrateDatabase, openDatabase, sql, startEmbeddedPostgres } from '@reident/store';
import { pino } from 'pino';
import { playYears } from '../../tests/fixtures/rekyc/six-years.ts';
import { printMachine } from '../support.ts';

const PERSONS = Number(process.env.BENCH_PERSONS ?? 100_000);
const YEARS = Number(process.env.BENCH_YEARS ?? 6);
const BOARDS = 21;

printMachine();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startEmbeddedPostgres(folder, silent);
try {
  const rootKey = randomBytes(32);
  await migrateDatabase(server.connection, { rootKey });
  const database = await openDatabase({ admin: server.connection, rootKey, log: silent, answerTimeoutMs: 120_000 });
  const tenant = await createTenant(database, { company: 'bench', name: 'Bench', kind: 'sandbox' });
  // Neither media nor pages nor other servers have a part in this.
  const config = { publicUrl: 'https://ident.example' } as Platform['config'];
  const platform = {
    config,
    database,
    linkKey: randomBytes(32),
    log: pino({ level: 'silent' }),
  } as unknown as Platform;
  const startedAt = performance.now();
  const found = await playYears(platform, tenant, {
    persons: PERSONS,
    years: YEARS,
    killedWithin: 400,
    stepMinutes: 30,
    tell: (line) => console.log(`${seconds(startedAt)} s  ${line}`),
  });
  console.log(`\n${PERSONS} persons, ${YEARS} years: ${seconds(startedAt)} s`);
  const { outsideHours, invitedTwice, overfullDays, missed, ...counts } = found;
  console.log(counts);
  for (const [name, list] of Object.entries({ missed, invitedTwice, outsideHours, overfullDays }))
    console.log(`${name}: ${list.length}${list.length === 0 ? '' : ` such as ${list.slice(0, 3).join('; ')}`}`);
  console.log(`database: ${await sizeOf(database)} MB`);
  const times: number[] = [];
  for (let n = 0; n < BOARDS; n += 1) {
    const asked = performance.now();
    await database.inTenant(tenant.id, boardOf);
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  console.log(`board: median ${ms(times[Math.floor(BOARDS / 2)])}, slowest ${ms(times.at(-1))} of ${BOARDS}`);
  await database.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function sizeOf(database: Database): Promise<number> {
  const [row] = await database.lookUp(sql<{ mb: number }>`
    select (pg_database_size(current_database()) / 1000000)::int as mb`);
  return row?.mb ?? 0;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

function ms(value = Number.NaN): string {
  return `${value.toFixed(0)} ms`;
}
