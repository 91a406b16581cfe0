import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { Pool } from 'undici';
import { fetchToken } from '../tests/fixtures/api/fetch-token.ts';

/** What every printed figure stands on: the machine, the program's version and the method. */
export function printMachine(): void {
  const model = cpus()[0]?.model ?? 'unknown';
  console.log(
    `machine: ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  console.log('Shared machines are noisy: read ratios inside one run, not single figures across runs.\n');
}

export interface Caller {
  token: string;
  send(method: 'GET' | 'POST' | 'PATCH', target: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

/** A partner with `connections` open connections and a token from the sandbox credentials of `dataDir`. */
export async function sandboxCaller(url: string, dataDir: string, connections: number): Promise<Caller> {
  const credentials = JSON.parse(readFileSync(path.join(dataDir, 'sandbox-credentials.json'), 'utf8')) as Record<
    string,
    string
  >;
  const pool = new Pool(url, { connections, pipelining: 1 });
  const token = await fetchToken(url, `${credentials.client_id}`, `${credentials.client_secret}`);
  return {
    token,
    send: async (method, target, body) => {
      const response = await pool.request({
        method,
        path: target,
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body ? JSON.stringify(body) : null,
      });
      return { status: response.statusCode, body: await response.body.json() };
    },
    close: () => pool.close(),
  };
}

/** Sends `total` requests, `width` at a time; latencies in milliseconds, sorted. */
export async function drive(total: number, width: number, send: (index: number) => Promise<{ status: number }>) {
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let index = next++; index < total; index = next++) {
        const sentAt = performance.now();
        const { status } = await send(index);
        latencies.push(performance.now() - sentAt);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return { perSecond: total / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), statuses };
}

export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** CPU seconds that a process has used so far, from the kernel's own account (Linux). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const MEMORY = {
  rss: ['status', /^VmRSS:\s+(\d+)/m],
  peak: ['status', /^VmHWM:\s+(\d+)/m],
  pss: ['smaps_rollup', /^Pss:\s+(\d+)/m],
} as const;

/** Resident now, resident at its highest so far, or proportional (a tree of PostgreSQL processes) memory in MB. */
export function memoryMb(pid: number, kind: keyof typeof MEMORY): number {
  const [file, figure] = MEMORY[kind];
  const match = readFileSync(`/proc/${pid}/${file}`, 'utf8').match(figure);
  return Number(match?.[1] ?? Number.NaN) / 1024;
}
