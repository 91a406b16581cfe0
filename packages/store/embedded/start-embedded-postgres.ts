import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../errors.ts';
import { isConnectionError } from '../transaction/connection-errors.ts';
import type { StoreLog } from '../transaction/database.ts';
import { bareEnvironment, type Cluster, lastLine, prepareCluster, readPostmasterFile, SUPERUSER } from './cluster.ts';

export interface EmbeddedPostgres {
  /** Superuser on the private socket: for migrations only. */
  connection: pg.ClientConfig;
  /** Process id of the server, for those who want to kill it. */
  pid(): number | null;
  /** Ends all connections and the server. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  maxConnections?: number;
}

const DATABASE = 'reident';
/** Held as long as the process lives, so that two of them never work on one data directory. */
const OWNER_LOCK = 7_316_402;

/** How long a server may take that has nothing to recover, or whose killed predecessor still holds its memory. */
const START_MS = 15_000;
/** How long it may take to recover after a crash. */
const RECOVERY_MS = 120_000;
/** How long the connection of a killed predecessor may keep the lock. */
const LOCK_MS = 5_000;
const POLL_MS = 25;

/**
 * Runs a real PostgreSQL on `<data>/postgres`, reachable on a private Unix socket only. A server that outlived a killed
 * Reident is adopted; one that dies is started again.
 *
 * @throws StartError in one line: directory not writable, another Reident on it, or what PostgreSQL itself says
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  log: StoreLog,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new StartError('The embedded PostgreSQL needs Unix sockets, which Windows lacks; set DATABASE_URL');
  }
  const cluster = await prepareCluster(dataDir);
  const keeper = new Keeper(cluster, log, options.maxConnections ?? 60);
  try {
    await keeper.enter();
  } catch (error) {
    await keeper.leave();
    throw error;
  }
  return {
    connection: { ...keeper.address(), user: SUPERUSER, database: DATABASE },
    pid: () => readPostmasterFile(cluster.folder)?.pid ?? null,
    stop: () => keeper.leave(),
  };
}

/** Keeps a server running and this process its only owner. */
class Keeper {
  readonly #cluster: Cluster;
  readonly #log: StoreLog;
  readonly #maxConnections: number;
  #child: ChildProcess | undefined;
  #owner: pg.Client | undefined;
  #isOwner = false;
  /** Another Reident holds the lock: the server is not ours to stop, even if we started it. */
  #isRefused = false;
  #leaving = false;
  /** The attempt to come back that is under way, if any. */
  #returning: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, log: StoreLog, maxConnections: number) {
    this.#cluster = cluster;
    this.#log = log;
    this.#maxConnections = maxConnections;
  }

  /** An adopted server may have its socket elsewhere, if the temporary folder was another one. */
  address(): { host: string; port: number } {
    const running = readPostmasterFile(this.#cluster.folder);
    return { host: running?.socketFolder || this.#cluster.socketFolder, port: 5432 };
  }

  /** Connects, starting the server if nobody answers, and takes the lock of the data directory. */
  async enter(): Promise<void> {
    await this.#createDatabase();
    const owner = await this.#connect(DATABASE);
    this.#owner = owner;
    await this.#takeLock(owner);
    this.#isOwner = true;
    owner.once('end', () => {
      if (!this.#leaving) this.#returning = this.#reenter();
    });
  }

  /** The fast shutdown: open transactions are rolled back, what was committed is on the disk. */
  async leave(): Promise<void> {
    this.#leaving = true;
    await this.#returning;
    await this.#owner?.end().catch(() => undefined);
    const pid = readPostmasterFile(this.#cluster.folder)?.pid;
    const mayStop = this.#isOwner || (this.#childLives() && !this.#isRefused);
    if (!mayStop || pid === undefined) return;
    signal(pid, 'SIGINT');
    if (!(await this.#isGone(pid, 10_000))) {
      signal(pid, 'SIGQUIT');
      await this.#isGone(pid, 5_000);
    }
    removeIfEmpty(this.#cluster.socketFolder);
  }

  async #reenter(): Promise<void> {
    this.#isOwner = false;
    while (!this.#leaving) {
      this.#log.warn({}, 'the embedded database went away; starting it again');
      try {
        await this.enter();
        this.#log.info({}, 'the embedded database is back');
        return;
      } catch (error) {
        if (this.#leaving) return;
        this.#log.error(
          { reason: error instanceof StartError ? error.message : 'unknown' },
          'the embedded database did not start',
        );
        await sleep(1_000);
      }
    }
  }

  async #createDatabase(): Promise<void> {
    const client = await this.#connect('postgres');
    try {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    } catch (error) {
      const madeMeanwhile = ['42P04', '23505'].includes(String((error as { code?: unknown }).code));
      if (!madeMeanwhile) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #takeLock(owner: pg.Client): Promise<void> {
    for (const end = Date.now() + LOCK_MS; ; await sleep(POLL_MS)) {
      const { rows } = await owner.query<{ taken: boolean }>(`select pg_try_advisory_lock(${OWNER_LOCK}) as taken`);
      if (rows[0]?.taken) return;
      if (Date.now() > end) {
        this.#isRefused = true;
        await owner.end();
        throw new StartError(
          `Another Reident is running on ${path.dirname(this.#cluster.folder)}; stop it or set REIDENT_DATA_DIR`,
        );
      }
    }
  }

  /** Tries until somebody answers. Whoever dies on the way is started again for as long as that makes sense. */
  async #connect(database: string): Promise<pg.Client> {
    const startedAt = Date.now();
    for (;;) {
      if (this.#leaving) throw new StartError('The embedded PostgreSQL is being stopped');
      const client = new pg.Client({ ...this.address(), user: SUPERUSER, database, connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (!isConnectionError(error))
          throw new StartError(`The embedded PostgreSQL refuses the program (${(error as Error).message})`, {
            cause: error,
          });
        const recovering = (error as { code?: unknown }).code === '57P03';
        if (Date.now() - startedAt > (recovering ? RECOVERY_MS : START_MS)) {
          throw new StartError(`The embedded PostgreSQL does not start: ${this.#lastWords()}`, { cause: error });
        }
        if (!recovering && !this.#childLives()) this.#startAfter(startedAt);
      }
      await sleep(POLL_MS);
    }
  }

  /** Starts the server; if one of ours just died for a reason that time does not mend, says so instead. */
  #startAfter(startedAt: number): void {
    const died = this.#child !== undefined && this.#child.exitCode !== null;
    if (died && Date.now() - startedAt > 1_000 && !MENDED_BY_TIME.test(this.#lastWords())) {
      throw new StartError(`The embedded PostgreSQL does not start: ${this.#lastWords()}`);
    }
    removeStalePidFile(this.#cluster.folder);
    this.#child = this.#spawn();
  }

  #childLives(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Detached, so that Ctrl-C reaches us and not the server: it must end after its last client. */
  #spawn(): ChildProcess {
    const { cluster } = { cluster: this.#cluster };
    const settings = Object.entries({ ...SETTINGS, max_connections: String(this.#maxConnections) });
    const args = [
      '-D',
      cluster.folder,
      '-k',
      cluster.socketFolder,
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ];
    const [program, all] = cluster.runner.command(cluster.binaries.postgres, args);
    const output = openSync(cluster.logFile, sizeOf(cluster.logFile) > MOST_LOG_BYTES ? 'w' : 'a', 0o600);
    const child = spawn(program, all, {
      ...cluster.runner.spawnOptions,
      cwd: '/',
      env: bareEnvironment(),
      detached: true,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.on('error', () => undefined);
    child.unref();
    return child;
  }

  async #isGone(pid: number, withinMs: number): Promise<boolean> {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(POLL_MS)) {
      const fileIsGone = readPostmasterFile(this.#cluster.folder)?.pid !== pid;
      if (fileIsGone && !isAlive(pid)) return true;
    }
    return false;
  }

  #lastWords(): string {
    try {
      const text = readFileSync(this.#cluster.logFile, 'utf8');
      const fatal = text.split('\n').filter((line) => /FATAL|PANIC|error while loading/.test(line));
      return lastLine(fatal.at(-1) ?? text).replace(/^.*?(FATAL|PANIC):\s*/, '');
    } catch {
      return 'it says nothing';
    }
  }
}

/**
 * Small in memory, and never at the price of an acknowledged write. Errors are logged without statements and values,
 * because those may hold personal data [DAT-6].
 */
// biome-ignore format: a table
const SETTINGS: Record<string, string> = {
  listen_addresses:                    '',
  unix_socket_permissions:             '0700',
  fsync:                               'on',
  full_page_writes:                    'on',
  synchronous_commit:                  'on',
  shared_buffers:                      '32MB',
  max_wal_size:                        '512MB',
  wal_compression:                     'pglz',
  io_method:                           'sync',
  max_worker_processes:                '2',
  max_parallel_workers:                '0',
  max_parallel_workers_per_gather:     '0',
  max_logical_replication_workers:     '0',
  autovacuum_max_workers:              '2',
  jit:                                 'off',
  log_min_messages:                    'warning',
  log_error_verbosity:                 'terse',
  log_min_error_statement:             'panic',
  log_parameter_max_length_on_error:   '0',
  timezone:                            'UTC',
};

const MOST_LOG_BYTES = 5_000_000;

/** After `kill -9` the children of the old server hold its memory for up to a second; an ending one still has its file. */
const MENDED_BY_TIME = /pre-existing shared memory|lock file .* already exists|could not bind|Address already in use/;

/** After a restart of the machine the number may belong to another program; then PostgreSQL would wait for it forever. */
function removeStalePidFile(folder: string): void {
  const left = readPostmasterFile(folder);
  if (left === null || process.platform !== 'linux') return;
  try {
    const command = readFileSync(`/proc/${left.pid}/cmdline`, 'utf8');
    if (!command.includes('postgres')) rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  } catch {
    // No such process: PostgreSQL sees that itself.
  }
}

/** A process that nobody has buried yet does not count: in many containers there is nobody to do it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not empty, or gone: neither matters.
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
