import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StartError } from '../errors.ts';
import { projectRoot } from '../project-root.ts';
import { prepareSocketFolder } from './socket-folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
let dataDir: string;
const started: EmbeddedPostgres[] = [];

/** One folder for all tests, since setting up a database takes the longest; each test leaves it stopped and whole. */
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-embedded-'));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, SILENT);
  started.push(server);
  return server;
}

async function ask(server: EmbeddedPostgres, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ ...server.connection, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Asks again and again, while the server is being started again. The limit only ends what hangs. */
async function askUntilAnswered(server: EmbeddedPostgres, statement: string): Promise<pg.QueryResult> {
  for (const end = Date.now() + 180_000; ; await sleep(50)) {
    try {
      return await ask(server, statement);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const pidOf = (server: EmbeddedPostgres): number => {
  const pid = server.pid();
  if (pid === null) throw new Error('the server does not run');
  return pid;
};

/** Whether the process works; one that only waits to be buried does not. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Runs a second program that starts the same database and then waits, or dies by its own hand. */
function startElsewhere(folder: string): { output: Promise<string>; kill(): void } {
  const entry = path.join(projectRoot(), 'tests/fixtures/store/hold-database.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', entry, folder], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => resolve('ended'));
  });
  return { output, kill: () => child.kill('SIGKILL') };
}

describe('the embedded PostgreSQL', () => {
  it('is a real one that keeps what it acknowledged, on a private socket and no port [REL-6]', async () => {
    const server = await start();
    const { rows } = await ask(
      server,
      `select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit') as durable,
              current_setting('listen_addresses') as port, version() as version`,
    );
    expect(rows).toEqual([{ durable: 'ononon', port: '', version: expect.stringMatching(/^PostgreSQL 1\d/) }]);
    expect(statSync(String(server.connection.host)).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o077).toBe(0);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres-'))).toEqual([]);
  });

  it('stops without leaving a process, and starts again with its data', async () => {
    const first = await start();
    const pid = pidOf(first);
    await ask(first, 'create table answers as select 42 as answer');
    await first.stop();
    expect(first.pid()).toBeNull();
    expect(isRunning(pid)).toBe(false);
    const second = await start();
    expect((await ask(second, 'select answer from answers')).rows).toEqual([{ answer: 42 }]);
  });

  it('comes back by itself after kill -9, with everything it acknowledged [REL-2]', async () => {
    const server = await start();
    await ask(server, 'create table kept (n int)');
    for (let n = 1; n <= 3; n += 1) {
      await askUntilAnswered(server, `insert into kept values (${n})`);
      const pid = pidOf(server);
      process.kill(pid, 'SIGKILL');
      await sleep(20);
      expect((await askUntilAnswered(server, 'select count(*)::int as n from kept')).rows).toEqual([{ n }]);
      expect(pidOf(server)).not.toBe(pid);
    }
  });

  it('that outlived a killed Reident is adopted, not started twice', async () => {
    const other = startElsewhere(dataDir);
    const pid = Number(await other.output);
    other.kill();
    const server = await start();
    expect(server.pid()).toBe(pid);
    await server.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it('starts on the data directory that a killed server left behind', async () => {
    const other = startElsewhere(dataDir);
    const pid = Number(await other.output);
    other.kill();
    process.kill(pid, 'SIGKILL');
    const server = await start();
    expect((await ask(server, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('starts although the number in its pid file belongs to another program by now', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n\n`,
      { mode: 0o600 },
    );
    const second = await start();
    expect((await ask(second, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('belongs to one Reident at a time; the second is told so and disturbs nothing', async () => {
    const server = await start();
    await expect(startEmbeddedPostgres(dataDir, SILENT)).rejects.toThrow(/^Another Reident is running on [^\n]+$/);
    expect((await ask(server, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('of two first starts at once serves one', async () => {
    const fresh = path.join(dataDir, 'fresh');
    const outcomes = await Promise.allSettled([start(fresh), start(fresh)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(StartError);
  });

  it('starts although a folder that another start works in goes away while it is looked at', async () => {
    // A name that leads nowhere is what such a folder is between being listed and being asked for its age.
    const gone = path.join(dataDir, 'postgres-gone');
    symlinkSync(path.join(dataDir, 'nowhere'), gone);
    try {
      expect((await ask(await start(), 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      rmSync(gone, { force: true });
    }
  });

  it('says in one line that its data directory cannot be written', async () => {
    const blocked = path.join(dataDir, 'file');
    writeFileSync(blocked, '');
    const attempt = startEmbeddedPostgres(path.join(blocked, 'data'), SILENT);
    await expect(attempt).rejects.toBeInstanceOf(StartError);
    await expect(attempt).rejects.toThrow(/^The data directory [^\n]+ cannot be written \(ENOTDIR\)[^\n]*$/);
  });

  it('says in one line what PostgreSQL itself says', async () => {
    const first = await start();
    await first.stop();
    const version = readFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'));
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '9.6\n');
    await expect(startEmbeddedPostgres(dataDir, SILENT)).rejects.toThrow(
      /^The embedded PostgreSQL does not start: [^\n]*incompatible[^\n]*$/,
    );
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), version);
  });
});

describe('the folder of the socket', () => {
  const owner = process.getuid?.() ?? 0;

  it('is refused when others can enter it', () => {
    const folder = prepareSocketFolder(dataDir, owner);
    chmodSync(folder, 0o755);
    expect(() => prepareSocketFolder(dataDir, owner)).toThrow(/open to others/);
    rmSync(folder, { recursive: true });
  });

  it('is refused when it is a link', () => {
    const folder = prepareSocketFolder(dataDir, owner);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '', { mode: 0o600 });
    expect(() => prepareSocketFolder(dataDir, owner)).toThrow(StartError);
    rmSync(folder);
  });

  it('is short enough for a socket however long the paths are', () => {
    const before = process.env.TMPDIR;
    const long = path.join(dataDir, 'x'.repeat(90));
    mkdirSync(long);
    process.env.TMPDIR = long;
    try {
      const folder = prepareSocketFolder(dataDir, owner);
      expect(path.join(folder, '.s.PGSQL.5432').length).toBeLessThanOrEqual(107);
      expect(existsSync(folder)).toBe(true);
      rmSync(folder, { recursive: true });
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });
});
