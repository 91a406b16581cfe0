/**
 * From the customer's submission to the engine's verdict, through the whole program: synthetic passport, its tilt, selfie and turns
 * of the head over HTTP, readings while they arrive, examination as a job. One customer at a time; then several at once.
 * Times are the database's own: submitted_at of the session to created_at of the examination.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drawSample, drawSelfie, drawTilt, drawTurn, ORDERED_PERSON, SAMPLES, SELFIES } from '@reident/samples';
import pg from 'pg';
import { freePort } from '../../tests/fixtures/free-port.ts';
import { playCustomer } from '../../tests/fixtures/play-customer.ts';
import { startProcess } from '../../tests/fixtures/process.ts';
import { memoryMb, printMachine, quantile, sandboxCaller } from '../support.ts';

const ROUNDS = Number(process.env.BENCH_VERDICTS ?? 30);
const AT_ONCE = (process.env.BENCH_AT_ONCE ?? '1,3').split(',').map(Number);

printMachine();
const today = new Date().toISOString().slice(0, 10);
const page = (await drawSample({ ...SAMPLES.passport, day: today })).jpeg;
const selfie = (await drawSelfie(SELFIES.selfie)).jpeg;
const turns = await drawTurn({ ...SELFIES.selfie, prompts: ['center', 'left', 'right'], framesPerPrompt: 1 });
const tilt = await drawTilt({ ...SAMPLES.passport, day: today });
const dataDir = mkdtempSync(path.join(tmpdir(), 'reident-bench-'));
const server = await startProcess({ dataDir, port: await freePort() });
const caller = await sandboxCaller(server.url, dataDir, 4);

for (const width of AT_ONCE) {
  const ids: string[] = [];
  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, engineMemoryMb(server.child.pid as number));
  }, 200);
  for (let round = 0; round < ROUNDS; round += width)
    ids.push(...(await Promise.all(Array.from({ length: width }, identify))));
  clearInterval(watch);
  const seconds = (await secondsToVerdict(ids)).sort((a, b) => a - b);
  console.log(
    `${width} at once: submit → verdict median ${quantile(seconds, 0.5).toFixed(2)} s, p95 ${quantile(seconds, 0.95).toFixed(2)} s, ` +
      `max ${seconds.at(-1)?.toFixed(2)} s (n=${seconds.length}, budget p95 5 s); engine host at most ${highest.toFixed(0)} MB`,
  );
}

await caller.close();
await server.stop();
rmSync(dataDir, { recursive: true, force: true });

async function identify(): Promise<string> {
  const { firstName, lastName, birthDate } = ORDERED_PERSON;
  const body = { first_name: firstName, last_name: lastName, birth_date: birthDate };
  const person = (await caller.send('POST', '/v1/persons', body)).body as { id: string };
  const target = `/v1/persons/${person.id}/identifications`;
  const { id } = (await caller.send('POST', target, { method: 'idnow_autoident' })).body as { id: string };
  const { url } = (await caller.send('PATCH', `${target}/${id}/request`)).body as { url: string };
  const pictures = { document_data_page: page, selfie };
  let shown = 0;
  const frame = (_step: string, prompt: string) => {
    const frames = [...turns, ...tilt].filter((frame) => frame.prompt === prompt);
    return (frames[shown++ % frames.length] ?? turns[0]!).jpeg;
  };
  await playCustomer(server.url, url, { kind: 'passport', issuingState: 'DEU', pictures, frame });
  return id;
}

async function secondsToVerdict(ids: string[]): Promise<number[]> {
  const socket = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const client = new pg.Client({ host: socket[4], port: Number(socket[3]), user: 'reident', database: 'reident' });
  await client.connect();
  try {
    for (let tries = 0; tries < 300; tries += 1) {
      const { rows } = await client.query<{ seconds: number }>(
        `select extract(epoch from e.created_at - s.submitted_at)::float8 as seconds
         from reident.examinations e join reident.capture_sessions s on s.identification_id = e.identification_id
         where e.identification_id = any($1) and s.submitted_at is not null`,
        [ids],
      );
      if (rows.length >= ids.length) return rows.map((row) => row.seconds);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('not every submission came to a verdict');
  } finally {
    await client.end();
  }
}

/** The engine host is a child of the server, named by its entry. */
function engineMemoryMb(serverPid: number): number {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const isHost = readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('engine-host');
      const parent = Number(readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      if (isHost && parent === serverPid) return memoryMb(Number(entry), 'rss');
    } catch {
      // ended between listing and reading
    }
  }
  return 0;
}
