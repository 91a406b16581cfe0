import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateDatabase, startEmbeddedPostgres } from '@reident/store';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

/** Where the tests find the PostgreSQL of the run, and the root key that all its databases share. */
export interface TestPostgres {
  host: string;
  port: number;
  user: string;
  template: string;
  rootKey: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres;
  }
}

const TEMPLATE = 'reident_template';
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-test-'));
  const server = await startEmbeddedPostgres(folder, SILENT, { maxConnections: 200 });
  const rootKey = randomBytes(32);
  const { host, port, user } = server.connection;
  const admin = new pg.Client(server.connection);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrateDatabase({ ...server.connection, database: TEMPLATE }, { rootKey });
  project.provide('postgres', {
    host: host as string,
    port: port as number,
    user: user as string,
    template: TEMPLATE,
    rootKey: rootKey.toString('base64'),
  });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
