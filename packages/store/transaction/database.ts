import { EventEmitter } from 'node:events';
import { PlatformError } from '@reident/domain';
import { settingsOf } from '@reident/domain/tenant-settings';
import pg from 'pg';
import { DatabaseUnavailable, StartError } from '../errors.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { deriveAppPassword } from '../keys/root-key.ts';
import type { Tenant } from '../types.ts';
import { APP_ROLE, SCHEMA } from './apply-policies.ts';
import { parserOf, runBatch } from './batch.ts';
import { type Connection, clientConfig } from './connection.ts';
import { describeConnectionError, isConnectionError, isTransientConflict } from './connection-errors.ts';
import { columns, type RowOf, type Sql, sql } from './sql.ts';
import { type TenantTx, type TenantView, TransactionKeys } from './tenant-tx.ts';

/** What the store needs of a logger; pino fits. */
export interface StoreLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The database of one installation, seen as the application role. */
export interface Database {
  /**
   * Runs `work` in one transaction of the tenant and commits it. When the database chose the transaction to lose
   * against another, `work` runs again, so it must not do anything outside the transaction: use `afterCommit`.
   *
   * @param prefetch  statements that `work` is known to run first: they travel with the beginning and save a round trip
   * @throws DatabaseUnavailable when the database is gone; then nobody knows whether a commit under way happened
   */
  inTenant<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>, prefetch?: readonly Sql[]): Promise<T>;
  /**
   * Reads in one round trip: a transaction of the tenant with exactly these statements, and the rows of each.
   * Row-level security is the same as in `inTenant` [API-2].
   */
  readTenant<const S extends readonly Sql[]>(
    tenantId: string,
    statements: S,
  ): Promise<{ view: TenantView; rows: { -readonly [Place in keyof S]: RowOf<S[Place]>[] } }>;
  /** One of the look-ups that must work before the tenant is known. */
  lookUp<Answer>(statement: Sql<Answer>): Promise<Answer[]>;
  /** Says that there is new work, at most every few milliseconds. */
  hintWork(): void;
  readonly pool: pg.Pool;
  readonly connection: pg.ClientConfig;
  readonly keyRing: KeyRing;
  readonly log: StoreLog;
  /** Emits `work` when this process has made new work. */
  readonly local: EventEmitter;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Whatever user it names: the program comes in as its own role. */
  admin: Connection;
  rootKey: Buffer;
  log: StoreLog;
  /** Most connections at a time. */
  poolSize?: number;
  /** How long a request may wait for a connection, or for the first answer on it, in milliseconds. */
  answerTimeoutMs?: number;
}

const MOST_TRIES = 3;
/** How long a request may wait for a connection, or for the first answer on it, before it is told to come back [REL-5]. */
const ANSWER_TIMEOUT_MS = 1_500;
/** How long it may wait while the database answers others: then it is busy, not gone. */
const BUSY_TIMEOUT_MS = 10_000;
const HINT_EVERY_MS = 5;

/**
 * Connects as the application role, whatever user the connection names.
 *
 * @throws StartError when the role bypasses row-level security [DAT-7] or the server may lose acknowledged commits [REL-6]
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection: pg.ClientConfig = {
    ...clientConfig(options.admin),
    user: APP_ROLE,
    password: deriveAppPassword(options.rootKey),
    options: `-c search_path=${SCHEMA},pg_temp -c statement_timeout=20s -c idle_in_transaction_session_timeout=60s`,
    application_name: 'reident',
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
  const { answerTimeoutMs = ANSWER_TIMEOUT_MS } = options;
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 16,
    connectionTimeoutMillis: answerTimeoutMs,
    idleTimeoutMillis: 30_000,
    query_timeout: 25_000,
    keepAlive: true,
  });
  ignoreConnectionErrors(pool);
  try {
    await rejectUnsafe(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    throw new StartError(`The database does not let the program in (${describeConnectionError(error)})`, {
      cause: error,
    });
  }
  return new PooledDatabase(pool, connection, new KeyRing(options.rootKey), options.log, answerTimeoutMs);
}

/** Without a listener the loss of a connection would end the process [REL-5]. The query that meets it reports it. */
function ignoreConnectionErrors(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
}

async function rejectUnsafe(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ superuser: boolean; owns: boolean; off: string[] }>(
    `select r.rolsuper or r.rolbypassrls as superuser,
            exists (select from pg_class c where c.relowner = r.oid)
              or exists (select from pg_class c where c.relnamespace = $1::regnamespace and pg_has_role(c.relowner, 'member')) as owns,
            (select coalesce(array_agg(s.name), '{}') from pg_settings s
             where s.name in ('fsync', 'full_page_writes', 'synchronous_commit') and s.setting = 'off') as off
     from pg_roles r where r.rolname = current_user`,
    [SCHEMA],
  );
  const found = rows[0];
  if (found === undefined || found.superuser || found.owns) {
    throw new StartError(
      `The database role ${APP_ROLE} may do too much: it must own nothing and be neither superuser nor BYPASSRLS`,
    );
  }
  if (found.off.length > 0) {
    throw new StartError(`The database may lose acknowledged writes: turn on ${found.off.join(', ')}`);
  }
}

class PooledDatabase implements Database {
  readonly pool: pg.Pool;
  readonly connection: pg.ClientConfig;
  readonly keyRing: KeyRing;
  readonly log: StoreLog;
  readonly local = new EventEmitter();
  readonly #answerTimeoutMs: number;
  #hintTimer: NodeJS.Timeout | undefined;
  #closed: Promise<void> | undefined;
  #lastAnswerAt = 0;

  constructor(pool: pg.Pool, connection: pg.ClientConfig, keyRing: KeyRing, log: StoreLog, answerTimeoutMs: number) {
    this.pool = pool;
    this.connection = connection;
    this.keyRing = keyRing;
    this.log = log;
    this.#answerTimeoutMs = answerTimeoutMs;
  }

  async inTenant<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>, prefetch: readonly Sql[] = []): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#transaction(tenantId, work, prefetch);
      } catch (error) {
        if (isConnectionError(error)) throw new DatabaseUnavailable(error);
        if (!isTransientConflict(error) || tries >= MOST_TRIES) throw error;
      }
    }
  }

  async readTenant<const S extends readonly Sql[]>(tenantId: string, statements: S) {
    const [, tenants, ...rows] = await this.#atOnce([...enter(tenantId), ...statements], this.#answerTimeoutMs);
    return {
      view: this.#view(tenantId, tenants),
      rows: rows as { -readonly [Place in keyof S]: RowOf<S[Place]>[] },
    };
  }

  async lookUp<Answer>(statement: Sql<Answer>): Promise<Answer[]> {
    const [rows] = await this.#atOnce([statement]);
    return rows as Answer[];
  }

  hintWork(): void {
    this.local.emit('work');
    this.#hintTimer ??= setTimeout(() => {
      this.#hintTimer = undefined;
      this.pool.query(`select pg_notify('reident_work', '')`).catch(() => undefined);
    }, HINT_EVERY_MS);
  }

  close(): Promise<void> {
    clearTimeout(this.#hintTimer);
    this.local.removeAllListeners();
    this.#closed ??= this.pool.end();
    return this.#closed;
  }

  async #transaction<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>, prefetch: readonly Sql[]): Promise<T> {
    const client = await this.#connect();
    const committed: (() => void)[] = [];
    let result: T;
    try {
      const tx = await this.#begin(client, tenantId, committed, prefetch);
      result = await work(tx);
      await runBatch(client, [COMMIT]);
      this.#lastAnswerAt = Date.now();
    } catch (error) {
      await giveBack(client, error);
      throw error;
    }
    client.release();
    for (const act of committed) act();
    return result;
  }

  /** Statements that are a transaction of their own, on any connection. */
  async #atOnce(statements: readonly Sql[], timeoutMs?: number) {
    try {
      const client = await this.#connect();
      let lost = false;
      try {
        const rows = await runBatch(client, statements, timeoutMs);
        this.#lastAnswerAt = Date.now();
        return rows;
      } catch (error) {
        lost = isConnectionError(error);
        throw error;
      } finally {
        client.release(lost);
      }
    } catch (error) {
      throw isConnectionError(error) ? new DatabaseUnavailable(error) : error;
    }
  }

  /** A connection of the pool. All of them in use is no reason to refuse, as long as their queries are answered. */
  async #connect(): Promise<pg.PoolClient> {
    const giveUpAt = Date.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        return await this.pool.connect();
      } catch (error) {
        const isBusy = Date.now() - this.#lastAnswerAt < this.#answerTimeoutMs;
        if (!isBusy || Date.now() > giveUpAt) throw error;
      }
    }
  }

  /** One round trip: begins, names the tenant for the row-level policies, reads its row, and what is wanted first. */
  async #begin(
    client: pg.PoolClient,
    tenantId: string,
    committed: (() => void)[],
    prefetch: readonly Sql[],
  ): Promise<TenantTx> {
    const first = [BEGIN, ...enter(tenantId), ...prefetch];
    const [, , tenants, ...rows] = await runBatch(client, first, this.#answerTimeoutMs);
    const known = prefetch.map((statement, index) => ({ statement, rows: rows[index] ?? [] }));
    const query = async <Answer>(statement: Sql<Answer>) => {
      const index = known.findIndex((other) => isSame(other.statement, statement));
      if (index >= 0) return known.splice(index, 1)[0]?.rows as Answer[];
      known.length = 0;
      return (await runBatch(client, [statement]))[0] as Answer[];
    };
    let hinted = false;
    return {
      ...this.#view(tenantId, tenants, query),
      query,
      afterCommit: (act) => committed.push(act),
      hintWork: () => {
        if (!hinted) committed.push(() => this.hintWork());
        hinted = true;
      },
    };
  }

  #view(tenantId: string, rows: readonly object[] | undefined, query: TenantTx['query'] = OVER) {
    const row = rows?.[0] as TenantRow | undefined;
    if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Tenant' for id '${tenantId}'.`);
    const tenant = toTenant(tenantId, row);
    return {
      tenant,
      now: new Date(Date.now() + tenant.clockOffsetMs),
      keys: new TransactionKeys(this.keyRing, tenantId, row.wrapped_key, query),
    };
  }
}

const BEGIN = sql`begin`;
const COMMIT = sql`commit`;
const OVER: TenantTx['query'] = () => Promise.reject(new Error('the transaction is over'));

const TENANT = columns(
  'tenants',
  'company',
  'name',
  'kind',
  'settings',
  'wrapped_key',
  'clock_offset_ms',
  'created_at',
);
type TenantRow = RowOf<typeof TENANT>;

/** Names the tenant for the row-level policies until the transaction ends, and reads its row through them. */
function enter(tenantId: string): Sql[] {
  return [
    sql`select set_config('reident.tenant', ${tenantId}, true)`,
    sql`select ${TENANT} from tenants where id = ${tenantId}`,
  ];
}

/** Only texts and numbers are compared: prefetched statements have ids for parameters. */
function isSame(one: Sql, other: Sql): boolean {
  return one.name === other.name && one.values.every((value, index) => value === other.values[index]);
}

function toTenant(id: string, row: TenantRow): Tenant {
  return {
    id,
    company: row.company,
    name: row.name,
    kind: row.kind,
    settings: settingsOf(row.kind, row.settings as Partial<Tenant['settings']>),
    clockOffsetMs: row.clock_offset_ms,
    createdAt: row.created_at,
  };
}

/** A connection that may be broken is thrown away; a good one goes back clean. */
async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isConnectionError(error)) {
    client.release(true);
    return;
  }
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}
