import { EventEmitter } from 'node:events';
import { PlatformError } from '@reident/identification';
import pg from 'pg';
import { type Connection, clientConfig } from './connection.ts';
import { describeConnectionError, isConnectionError, isTransientConflict } from './connection-errors.ts';
import { DatabaseUnavailable, StartError } from './errors.ts';
import { APP_ROLE, SCHEMA } from './fence-tables.ts';
import { KeyRing } from './keys/key-ring.ts';
import { deriveAppPassword } from './keys/root-key.ts';
import { settingsOf } from './tenant-settings.ts';
import { kyselyOn, type TenantTx, TransactionKeys } from './tenant-tx.ts';

import type { Tenant } from './types.ts';

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
   * @throws DatabaseUnavailable when the database is gone; then nobody knows whether a commit under way happened
   */
  inTenant<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** One of the look-ups that must work before the tenant is known. */
  lookUp<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>;
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
}

const MOST_TRIES = 3;
/** How long a request may wait for a connection, or for the first answer on it, before it is told to come back [REL-5]. */
const PATIENCE_MS = 1_500;
/** How long it may wait while the database answers others: then it is busy, not gone. */
const BUSY_PATIENCE_MS = 10_000;
const HINT_EVERY_MS = 5;

/**
 * Connects as the application role, whatever user the connection names.
 *
 * @throws StartError when the role is too mighty [DAT-7] or the server may lose acknowledged commits [REL-6]
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connection: pg.ClientConfig = {
    ...clientConfig(options.admin),
    user: APP_ROLE,
    password: deriveAppPassword(options.rootKey),
    options: `-c search_path=${SCHEMA},pg_temp -c statement_timeout=20s -c idle_in_transaction_session_timeout=60s`,
    application_name: 'reident',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 16,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 30_000,
    query_timeout: 25_000,
    keepAlive: true,
  });
  survive(pool);
  try {
    await refuseUnsafe(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    throw new StartError(`The database does not let the program in (${describeConnectionError(error)})`, {
      cause: error,
    });
  }
  return new PooledDatabase(pool, connection, new KeyRing(options.rootKey), options.log);
}

/** bigint as number: no count or sequence of ours passes 2^53. Everything else as the driver does. */
function typeParser(oid: number, format?: 'text' | 'binary') {
  return oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text');
}

/** Without a listener the loss of a connection would end the process [REL-5]. The query that meets it reports it. */
function survive(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
}

async function refuseUnsafe(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ mighty: boolean; owns: boolean; off: string[] }>(
    `select r.rolsuper or r.rolbypassrls as mighty,
            exists (select from pg_class c where c.relowner = r.oid)
              or exists (select from pg_class c where c.relnamespace = $1::regnamespace and pg_has_role(c.relowner, 'member')) as owns,
            (select coalesce(array_agg(s.name), '{}') from pg_settings s
             where s.name in ('fsync', 'full_page_writes', 'synchronous_commit') and s.setting = 'off') as off
     from pg_roles r where r.rolname = current_user`,
    [SCHEMA],
  );
  const found = rows[0];
  if (found === undefined || found.mighty || found.owns) {
    throw new StartError(
      `The database role ${APP_ROLE} may do too much: it must own nothing and be neither superuser nor BYPASSRLS`,
    );
  }
  if (found.off.length > 0) {
    throw new StartError(`The database may lose acknowledged writes: turn on ${found.off.join(', ')}`);
  }
}

interface TenantRow {
  company: string;
  name: string;
  kind: Tenant['kind'];
  settings: Partial<Tenant['settings']>;
  wrapped_key: Buffer;
  clock_offset_ms: number;
  created_at: Date;
}

class PooledDatabase implements Database {
  readonly pool: pg.Pool;
  readonly connection: pg.ClientConfig;
  readonly keyRing: KeyRing;
  readonly log: StoreLog;
  readonly local = new EventEmitter();
  #hintTimer: NodeJS.Timeout | undefined;
  #closed: Promise<void> | undefined;
  #lastAnswerAt = 0;

  constructor(pool: pg.Pool, connection: pg.ClientConfig, keyRing: KeyRing, log: StoreLog) {
    this.pool = pool;
    this.connection = connection;
    this.keyRing = keyRing;
    this.log = log;
  }

  async inTenant<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#transaction(tenantId, work);
      } catch (error) {
        if (isConnectionError(error)) throw new DatabaseUnavailable(error);
        if (!isTransientConflict(error) || tries >= MOST_TRIES) throw error;
      }
    }
  }

  async lookUp<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>({ name, text, values })).rows;
    } catch (error) {
      throw isConnectionError(error) ? new DatabaseUnavailable(error) : error;
    }
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

  async #transaction<T>(tenantId: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    const client = await this.#connect();
    const committed: (() => void)[] = [];
    let result: T;
    try {
      const tx = await this.#begin(client, tenantId, committed);
      result = await work(tx);
      await client.query('commit');
      this.#lastAnswerAt = Date.now();
    } catch (error) {
      await giveBack(client, error);
      throw error;
    }
    client.release();
    for (const act of committed) act();
    return result;
  }

  /** A connection of the pool. All of them in use is no reason to refuse, as long as their queries are answered. */
  async #connect(): Promise<pg.PoolClient> {
    const giveUpAt = Date.now() + BUSY_PATIENCE_MS;
    for (;;) {
      try {
        return await this.pool.connect();
      } catch (error) {
        const isBusy = Date.now() - this.#lastAnswerAt < PATIENCE_MS;
        if (!isBusy || Date.now() > giveUpAt) throw error;
      }
    }
  }

  /** One round trip: begins, names the tenant for the row-level policies, and reads its row. */
  async #begin(client: pg.PoolClient, tenantId: string, committed: (() => void)[]): Promise<TenantTx> {
    const id = client.escapeLiteral(tenantId);
    const results = (await client.query({
      text: `begin; set local reident.tenant = ${id}; ${TENANT_BY_ID} where id = ${id}`,
      query_timeout: PATIENCE_MS,
    } as pg.QueryConfig)) as unknown as pg.QueryResult<TenantRow>[];
    const row = results[2]?.rows[0];
    if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Tenant' for id '${tenantId}'.`);
    const tenant = toTenant(tenantId, row);
    let hinted = false;
    return {
      tenant,
      now: new Date(Date.now() + tenant.clockOffsetMs),
      db: kyselyOn(client),
      keys: new TransactionKeys(this.keyRing, tenantId, row.wrapped_key, client),
      run: async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
        (await client.query<Row>({ name, text, values })).rows,
      afterCommit: (act) => committed.push(act),
      hintWork: () => {
        if (!hinted) committed.push(() => this.hintWork());
        hinted = true;
      },
    };
  }
}

const TENANT_BY_ID = 'select company, name, kind, settings, wrapped_key, clock_offset_ms, created_at from tenants';

function toTenant(id: string, row: TenantRow): Tenant {
  return {
    id,
    company: row.company,
    name: row.name,
    kind: row.kind,
    settings: settingsOf(row.kind, row.settings),
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
