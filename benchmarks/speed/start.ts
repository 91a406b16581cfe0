/** From spawning the built program to its first answer of /health/ready: first start (initdb included) and later ones. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startProcess } from '../../tests/fixtures/process.ts';
import { printMachine, quantile } from '../support.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

printMachine();
const cold: number[] = [];
const warm: number[] = [];
const afterKill: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
  const port = await freePort();
  const first = await startProcess({ dataDir, port });
  cold.push(first.readyInMs);
  await first.stop();
  const second = await startProcess({ dataDir, port });
  warm.push(second.readyInMs);
  await second.kill();
  const third = await startProcess({ dataDir, port });
  afterKill.push(third.readyInMs);
  await third.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
for (const [name, budget, values] of [
  ['cold first start', 5000, cold],
  ['warm start', 2000, warm],
  ['start after kill -9', 2000, afterKill],
] as const) {
  const sorted = [...values].sort((a, b) => a - b);
  console.log(
    `${name.padEnd(20)} min ${sorted[0]} ms  median ${quantile(sorted, 0.5)} ms  max ${sorted.at(-1)} ms  (n=${ROUNDS}, budget ${budget} ms)`,
  );
}
