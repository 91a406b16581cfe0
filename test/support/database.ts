import { randomBytes } from 'node:crypto';
import { type Database, openDatabase, type StoreLog } from '@reident/store';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestPostgres } from './global-setup.ts';

export interface TestDatabase {
  database: Database;
  rootKey: Buffer;
  /** Superuser on this database, for what the program itself may not do. */
  admin: pg.ClientConfig;
  close(): Promise<void>;
}

/** A migrated database of one's own, opened as the program opens it. */
export async function createTestDatabase(options: { poolSize?: number; log?: StoreLog } = {}): Promise<TestDatabase> {
  const { admin, rootKey } = await copyTemplate();
  const database = await openDatabase({ admin, rootKey, log: options.log ?? SILENT, poolSize: options.poolSize ?? 8 });
  return {
    database,
    rootKey,
    admin,
    close: () => database.close(),
  };
}

/** The same for a whole server: an address for `DATABASE_URL` and the key for `REIDENT_ROOT_KEY`, which is also set in this process. */
export async function createTestDatabaseUrl(): Promise<{ url: string; rootKey: string; drop(): Promise<void> }> {
  const { admin, rootKey } = await copyTemplate();
  const url = `postgresql:///${admin.database}?host=${encodeURIComponent(admin.host as string)}&port=${admin.port}&user=${admin.user}`;
  process.env.REIDENT_ROOT_KEY = rootKey.toString('base64');
  return { url, rootKey: rootKey.toString('base64'), drop: async () => undefined };
}

const SILENT: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Nobody drops the copy: that would cost a checkpoint, and the whole server goes at the end of the run. */
async function copyTemplate(): Promise<{ admin: pg.ClientConfig; rootKey: Buffer }> {
  const postgres = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(postgres, `create database ${name} template ${postgres.template} strategy wal_log`);
  const { host, port, user } = postgres;
  return {
    admin: { host, port, user, database: name },
    rootKey: Buffer.from(postgres.rootKey, 'base64'),
  };
}

async function asAdmin({ host, port, user }: TestPostgres, statement: string): Promise<void> {
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
