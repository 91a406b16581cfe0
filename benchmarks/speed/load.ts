/**
 * Load at a fixed rate through the real program [REL-10]: 80 % reads of one identification, 20 % creates, from one other
 * process on the same machine. Requests start when they are due, whatever the answers, and a latency runs from that
 * moment on: a server that stalls is charged for everybody who had to wait. Then three times that rate. Then, which is
 * more than is required, three times the rate that the server was just found to carry, where what it does not answer must
 * be refused by 429 or 503.
 *
 * On one machine the generator takes its share of the same cores, and the more it sends the larger it is. So goodput is also
 * reckoned by the server's own CPU, from the kernel's account: answers for each second of it under overload, against those
 * for each second of it while it carries what it can. What is missing to 100 % is what refusing the others cost.
 *
 *   BENCH_SECONDS            length of the first part, 60 by default (the requirement is 900)
 *   BENCH_OVERLOAD_SECONDS   length of each of the other parts, 20 by default
 *   BENCH_RATE               requests a second of the first part, 200 by default
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONCURRENT_CALLS } from '../../apps/api/pipeline/gate.ts';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startProcess } from '../../tests/fixtures/process.ts';
import { cpuSeconds, drive, memoryMb, printMachine, quantile, sandboxCaller } from '../support.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const RATE = Number(process.env.BENCH_RATE ?? 200);
const OVERLOAD_SECONDS = Number(process.env.BENCH_OVERLOAD_SECONDS ?? 20);
/** More than the server takes on, so that the generator is not what limits. */
const CONNECTIONS = 1_000;

printMachine();
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startProcess({ dataDir, port: await freePort() });
const pid = server.child.pid as number;
const caller = await sandboxCaller(server.url, dataDir, CONNECTIONS);
const { id: person } = (await caller.send('POST', '/v1/persons', { first_name: 'Bench', last_name: 'Mark' })).body as {
  id: string;
};
const create = () =>
  caller.send('POST', `/v1/persons/${person}/identifications`, { method: 'idnow_autoident', language: 'DE' });
const { id: identification } = (await create()).body as { id: string };
const read = () => caller.send('GET', `/v1/persons/${person}/identifications/${identification}`);
const mixed = (index: number) => (index % 5 === 0 ? create() : read());

await drive(1_000, 16, mixed);
await atFixedRate(`${RATE}/s`, RATE, SECONDS, 'p99 ≤ 150 ms, nothing but 2xx');
const three = await atFixedRate('three times the load', RATE * 3, OVERLOAD_SECONDS, 'the rest 429 or 503');
console.log(`goodput ${((three.perSecond / (RATE * 3)) * 100).toFixed(0)} % of what was asked (budget ≥ 80 %)`);
const before = cpuSeconds(pid);
const carried = (await drive(8_000, 64, mixed)).perSecond;
const carriedByCpu = 8_000 / (cpuSeconds(pid) - before);
console.log(
  `carries ${carried.toFixed(0)}/s of the same mix when 64 callers wait for their answers, ${carriedByCpu.toFixed(0)} for each second of its CPU`,
);
const perRejection = await costOfRejecting();
const share = perRejection * carriedByCpu;
console.log(
  `refusing costs ${(perRejection * 1e6).toFixed(0)} µs of CPU, ${(share * 100).toFixed(0)} % of an answer: at three times what it carries the server has time for ` +
    `${(((1 - 3 * share) / (1 - share)) * 100).toFixed(0)} % of what it carries`,
);
const good = await atFixedRate('three times what it carries', carried * 3, OVERLOAD_SECONDS, 'the rest 429 or 503');
console.log(
  `goodput ${((good.perSecond / carried) * 100).toFixed(0)} % of what it carries by the clock, ` +
    `${((good.perCpuSecond / carriedByCpu) * 100).toFixed(0)} % by the server's CPU (our aim ≥ 80 %)`,
);
await atFixedRate('and afterwards', RATE, OVERLOAD_SECONDS, 'as before');

await caller.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

/** Seconds of the server's CPU for an error, while as many calls of the partner as are taken wait for the rest of their bodies. */
async function costOfRejecting(): Promise<number> {
  const { port } = new URL(server.url);
  const head = `POST /v1/persons HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${caller.token}\r\nContent-Type: application/json\r\n`;
  // Some more than are taken, because we ask meanwhile.
  const waiting = Array.from({ length: CONCURRENT_CALLS + 20 }, () => {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    socket.write(`${head}Content-Length: 100\r\n\r\n{`);
    return socket;
  });
  while ((await read()).status !== 429) await new Promise((resolve) => setTimeout(resolve, 50));
  await drive(2_000, 64, read);
  const before = cpuSeconds(pid);
  const { statuses } = await drive(20_000, 64, read);
  const perRejection = (cpuSeconds(pid) - before) / 20_000;
  if (statuses.get(429) !== 20_000) throw new Error('not everything was refused');
  for (const socket of waiting) socket.destroy();
  while ((await read()).status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
  return perRejection;
}

/** Answers how many were served, for each second and for each second of the server's CPU. */
async function atFixedRate(
  name: string,
  perSecond: number,
  seconds: number,
  budget: string,
): Promise<{ perSecond: number; perCpuSecond: number }> {
  const latencies: number[] = [];
  const statuses = new Map<number | string, number>();
  const under: Promise<void>[] = [];
  const cpu = cpuSeconds(pid);
  const begin = performance.now();
  const total = Math.floor(seconds * perSecond);
  let late = 0;
  let memory = 0;
  for (let index = 0; index < total; index += 1) {
    const due = begin + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    else if (wait < -100) late += 1;
    if (index % 100 === 0) {
      memory = Math.max(memory, memoryMb(pid, 'rss'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    under.push(
      mixed(index).then(
        ({ status }) => {
          if (status < 300) latencies.push(performance.now() - due);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        },
        (error: Error) => {
          statuses.set(error.name, (statuses.get(error.name) ?? 0) + 1);
        },
      ),
    );
  }
  await Promise.all(under);
  const elapsed = (performance.now() - begin) / 1000;
  const usedCpu = cpuSeconds(pid) - cpu;
  latencies.sort((a, b) => a - b);
  const shown = [...statuses].map(([status, count]) => `${status}×${count}`).join(' ');
  console.log(
    `${name}: ${total} requests at ${perSecond.toFixed(0)}/s, ${(latencies.length / elapsed).toFixed(0)}/s served, ` +
      `from when due p50 ${quantile(latencies, 0.5).toFixed(1)} ms p99 ${quantile(latencies, 0.99).toFixed(1)} ms, ` +
      `RSS ${memory.toFixed(0)} MB (budget 512), CPU ${(usedCpu / elapsed).toFixed(2)} of a core, ` +
      `${late} started > 100 ms late\n  ${shown}   (${budget})`,
  );
  return { perSecond: latencies.length / elapsed, perCpuSecond: latencies.length / usedCpu };
}
