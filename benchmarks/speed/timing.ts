/**
 * Does the time of an answer tell whether an id exists at another partner [API-4]? Two partners on the real program. The first
 * asks, in pairs and in random order within each pair, for something of the second and for something that never existed; both
 * are answered 404, and the two texts are the same but for the id. One request at a time over one connection, so that nothing
 * waits for anything of its own. Every id of the second partner is asked for equally often, missing ones are drawn anew.
 *
 * Welch's t over the times of the two groups, plain and as logarithms: a few very slow answers (garbage, other processes)
 * widen the plain variances until little could be seen. Below 4.5 no difference is shown. Beside it the same for two groups
 * of ids that are both missing: what noise alone gives on this machine.
 *
 *   BENCH_PAIRS   pairs of each comparison, 10,000 by default, after 1,000 that are not counted
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@reident/domain';
import { Pool } from 'undici';
import { fetchToken } from '../../tests/fixtures/api/fetch-token.ts';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { startProcess } from '../../tests/fixtures/process.ts';
import { printMachine, quantile, sandboxCaller } from '../support.ts';

const PAIRS = Number(process.env.BENCH_PAIRS ?? 10_000);
const WARM_UP = 1_000;
const OTHER_TENANTS = 500;
const LIMIT = 4.5;
const ORDER = { method: 'idnow_autoident', language: 'DE' };

printMachine();
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startProcess({ dataDir, port: await freePort() });
const theirs = await secondPartner();
const ours = await sandboxCaller(server.url, dataDir, 1);
const otherTenants: { person: string; identification: string }[] = [];
for (let n = 0; n < OTHER_TENANTS; n += 1) {
  const person = await theirs('/v1/persons', { first_name: 'Foreign' });
  otherTenants.push({ person, identification: await theirs(`/v1/persons/${person}/identifications`, ORDER) });
}
const missing = () => ({ person: newId('cper'), identification: newId('cidt') });
const taken = (n: number) => otherTenants[n % OTHER_TENANTS] ?? missing();

// biome-ignore format: a table
const COMPARISONS: readonly [name: string, path: (ids: { person: string; identification: string }) => string][] = [
  ['a person',                        ({ person }) => `/v1/persons/${person}`],
  ['an identification',               ({ person, identification }) => `/v1/persons/${person}/identifications/${identification}`],
  ['the identifications of a person', ({ person }) => `/v1/persons/${person}/identifications`],
];

for (const [name, pathOf] of COMPARISONS) {
  await compare(
    `${name}: of another tenant against missing`,
    (n) => pathOf(taken(n)),
    () => pathOf(missing()),
  );
  await compare(
    `${name}: missing against missing`,
    () => pathOf(missing()),
    () => pathOf(missing()),
  );
}
await ours.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

async function compare(name: string, first: (n: number) => string, second: () => string): Promise<void> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let n = -WARM_UP; n < PAIRS; n += 1) {
    const pair = [
      { target: first(n + WARM_UP), times: a },
      { target: second(), times: b },
    ];
    if (Math.random() < 0.5) pair.reverse();
    for (const { target, times } of pair) {
      const startedAt = performance.now();
      const { status } = await ours.send('GET', target);
      const ms = performance.now() - startedAt;
      if (status !== 404) throw new Error(`${status} instead of 404`);
      if (n >= 0) times.push(ms);
    }
  }
  const plain = welch(a, b);
  const logs = welch(a.map(Math.log), b.map(Math.log));
  const verdict = Math.max(Math.abs(plain), Math.abs(logs)) < LIMIT ? 'no difference shown' : 'DIFFERENCE';
  const medians = [a, b].map((times) =>
    quantile(
      [...times].sort((x, y) => x - y),
      0.5,
    ).toFixed(3),
  );
  console.log(
    `${name}, ${PAIRS} pairs: median ${medians.join(' and ')} ms, t ${plain.toFixed(2)}, of logarithms ${logs.toFixed(2)} (|t| < ${LIMIT}): ${verdict}`,
  );
}

/** Welch's t of two samples with variances of their own. */
function welch(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [meanAndVariance(a), meanAndVariance(b)];
  return (x.mean - y.mean) / Math.sqrt(x.variance / a.length + y.variance / b.length);
}

function meanAndVariance(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) };
}

/** Another partner, made as whoever runs the server makes one; answers a call that creates something and its id. */
async function secondPartner(): Promise<(target: string, body: object) => Promise<string>> {
  await admin('tenants.create', { company: 'other-bank', name: 'Other Bank', kind: 'sandbox' });
  const client = await admin('clients.create', { company: 'other-bank' });
  const pool = new Pool(server.url, { connections: 1 });
  const token = await fetchToken(server.url, `${client.client_id}`, `${client.client_secret}`);
  return async (target, body) => {
    const answer = await pool.request({
      method: 'POST',
      path: target,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.statusCode !== 201) throw new Error(`the second partner gets ${answer.statusCode}`);
    return ((await answer.body.json()) as { id: string }).id;
  };
}

function admin(operation: string, input: object): Promise<Record<string, string>> {
  const { socket: socketPath } = JSON.parse(readFileSync(path.join(dataDir, 'admin.json'), 'utf8')) as {
    socket: string;
  };
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request({ socketPath, method: 'POST', path: `/${operation}`, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve((JSON.parse(text) as { result: Record<string, string> }).result));
    });
    sent.on('error', reject).end(JSON.stringify(input));
  });
}
