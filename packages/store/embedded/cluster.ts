import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../errors.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-package.ts';
import { findRunner, type Runner } from './run-unprivileged.ts';
import { prepareSocketFolder } from './socket-folder.ts';

/** A prepared data folder and how to run a server on it. */
export interface Cluster {
  binaries: PostgresBinaries;
  runner: Runner;
  /** What PostgreSQL calls its data directory: `<data>/postgres`. */
  folder: string;
  socketFolder: string;
  logFile: string;
}

export const SUPERUSER = 'reident';

/** @throws StartError when the data directory cannot be written or the database cannot be made */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  const root = path.resolve(dataDir);
  const binaries = findPostgresBinaries();
  const runner = findRunner();
  const folder = path.join(root, 'postgres');
  const fresh = makeWorkFolder(root);
  try {
    if (!existsSync(path.join(folder, 'PG_VERSION'))) {
      await initialise(binaries, runner, fresh);
      takePlace(fresh, folder);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  runner.own(folder);
  return {
    binaries,
    runner,
    folder,
    socketFolder: prepareSocketFolder(root, runner.uid),
    logFile: path.join(root, 'postgres.log'),
  };
}

/** Also the test whether the directory can be written at all. What starts that were killed left behind goes. */
function makeWorkFolder(root: string): string {
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(root).filter((entry) => entry.startsWith('postgres-'))) {
      const left = path.join(root, name);
      // Another start may be done with it by now.
      const changedAt = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - changedAt > HOUR_MS) rmSync(left, { recursive: true, force: true });
    }
    return mkdtempSync(path.join(root, 'postgres-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The data directory ${root} cannot be written (${code}); set REIDENT_DATA_DIR to one that can`,
      { cause: error },
    );
  }
}

const HOUR_MS = 3_600_000;

/** `initdb` outlives a killed parent, so it works in a folder of its own and the result is renamed into place. */
async function initialise(binaries: PostgresBinaries, runner: Runner, folder: string): Promise<void> {
  runner.own(folder);
  runner.letThrough(path.dirname(folder));
  const args = [
    '-D',
    folder,
    '-U',
    SUPERUSER,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
    ...SYNC,
  ];
  const [program, all] = runner.command(binaries.initdb, args);
  const child = spawn(program, all, {
    ...runner.spawnOptions,
    cwd: '/',
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EACCES' ? unreachable(folder) : `The embedded PostgreSQL could not be set up (${error.code})`;
      reject(new StartError(why, { cause: error }));
    });
    child.once('close', resolve);
  });
  if (code !== 0 && /Permission denied/.test(said)) throw new StartError(unreachable(folder));
  if (code !== 0) throw new StartError(`The embedded PostgreSQL could not be set up: ${lastLine(said)}`);
}

function unreachable(folder: string): string {
  return `PostgreSQL cannot run as root, and its user cannot reach ${folder}: use an ordinary user, or a REIDENT_DATA_DIR that others may enter`;
}

/** One call instead of a thousand for a thousand small files; only Linux has it. */
const SYNC = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];

/** The first of two starts at once wins; the other uses what it made. */
function takePlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** No secrets of ours, no settings of others. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

/** What `postmaster.pid` says of a server that runs, or ran, on the folder; null when there is none. */
export function readPostmasterFile(folder: string): { pid: number; socketFolder: string } | null {
  try {
    const lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isSafeInteger(pid) && pid > 1 ? { pid, socketFolder: lines[4] ?? '' } : null;
  } catch {
    return null;
  }
}
