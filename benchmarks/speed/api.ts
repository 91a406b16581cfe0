/**
 * Create and read through the real program over HTTP, 16 connections from one other process on the same machine.
 * CPU is the server process' own (kernel account), so the client's share does not count; PostgreSQL is printed apart.
 * Flatness: the same requests against a person with few and with many identifications, in one run.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { postmasterPid, startProcess } from '../../tests/fixtures/process.ts';
import { cpuSeconds, drive, memoryMb, printMachine, sandboxCaller } from '../support.ts';

const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 3_000);
const MANY = Number(process.env.BENCH_MANY ?? 20_000);
const CONNECTIONS = 16;

printMachine();
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startProcess({ dataDir, port: await freePort() });
const pid = server.child.pid as number;
const postmaster = postmasterPid(dataDir) as number;
const idle = { node: memoryMb(pid, 'rss'), database: sumOverTree(postmaster, (one) => memoryMb(one, 'pss')) };
console.log(
  `idle memory, engine not loaded: Node ${idle.node.toFixed(0)} MB RSS + PostgreSQL ${idle.database.toFixed(0)} MB PSS (budget 250)`,
);

const caller = await sandboxCaller(server.url, dataDir, CONNECTIONS);
const create = (person: string) => () =>
  caller.send('POST', `/v1/persons/${person}/identifications`, { method: 'idnow_autoident', language: 'DE' });
const newPerson = async () =>
  ((await caller.send('POST', '/v1/persons', { first_name: 'Bench', last_name: 'Mark' })).body as { id: string }).id;

const few = await newPerson();
await measure('warm-up (not counted)', 500, create(await newPerson()));
await measure('create, person with few', REQUESTS, create(few));
const one = (await caller.send('GET', `/v1/persons/${few}/identifications?page[size]=1`)).body as { id: string }[];
await measure('read one', REQUESTS, () => caller.send('GET', `/v1/persons/${few}/identifications/${one[0]?.id}`));

const many = await newPerson();
await drive(MANY, CONNECTIONS, create(many));
console.log(`\nnow a person with ${MANY} identifications`);
await measure('create, person with many', REQUESTS, create(many));
await measure('list page 1, few', 300, () => caller.send('GET', `/v1/persons/${few}/identifications`));
await measure('list page 1, many', 300, () => caller.send('GET', `/v1/persons/${many}/identifications`));
const middle = Math.floor(MANY / 20);
await measure('list middle page, many', 300, () =>
  caller.send('GET', `/v1/persons/${many}/identifications?page[number]=${middle}`),
);
await measure('all, page 1', 300, () => caller.send('GET', '/v1/identifications'));
await measure('all, middle page', 300, () => caller.send('GET', `/v1/identifications?page[number]=${middle}`));
const after = { node: memoryMb(pid, 'rss'), database: sumOverTree(postmaster, (process) => memoryMb(process, 'pss')) };
console.log(`memory after load: Node ${after.node.toFixed(0)} MB, PostgreSQL ${after.database.toFixed(0)} MB`);

await caller.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

async function measure(name: string, total: number, send: () => Promise<{ status: number }>) {
  const before = { node: cpuSeconds(pid), database: sumOverTree(postmaster, cpuSeconds) };
  const result = await drive(total, CONNECTIONS, send);
  const node = ((cpuSeconds(pid) - before.node) / total) * 1000;
  const database = ((sumOverTree(postmaster, cpuSeconds) - before.database) / total) * 1000;
  const statuses = [...result.statuses].map(([status, count]) => `${status}×${count}`).join(' ');
  console.log(
    `${name.padEnd(28)} ${result.perSecond.toFixed(0).padStart(6)}/s  p50 ${result.p50.toFixed(1)} ms  p99 ${result.p99.toFixed(1)} ms` +
      `  CPU Node ${node.toFixed(2)} ms + PostgreSQL ${database.toFixed(2)} ms  ${statuses}`,
  );
}

/** A value summed over a process and its children, which is how PostgreSQL works. */
function sumOverTree(root: number, value: (pid: number) => number): number {
  let total = value(root);
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const parent = Number(readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      if (parent === root) total += value(Number(entry));
    } catch {
      // ended between listing and reading
    }
  }
  return total;
}
