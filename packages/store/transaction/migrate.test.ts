import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIdentification, makeTenant } from '../../../tests/fixtures/store/make.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { StartError } from '../errors.ts';
import { projectRoot } from '../project-root.ts';
import { dumpSchema } from '../schema/dump-schema.ts';
import { APP_ROLE } from './apply-policies.ts';
import { openDatabase } from './database.ts';
import { migrateDatabase } from './migrate.ts';
import { readMigrations, SQL_FOLDER } from './run-migrations.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const rootKey = randomBytes(32);

/** A server of its own: roles belong to the whole server, and these tests play with them. */
let server: EmbeddedPostgres;
let folder: string;
let admin: pg.Client;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reident-migrate-'));
  server = await startEmbeddedPostgres(folder, SILENT);
  admin = new pg.Client(server.connection);
  await admin.connect();
  await admin.query('create role bank login createrole');
  await admin.query('create database bank owner bank');
});
afterAll(async () => {
  await admin.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("a PostgreSQL of one's own", () => {
  const connection = () => ({ ...server.connection, user: 'bank', database: 'bank' });

  it('is prepared by a user that is no superuser, by several processes at once, and works', async () => {
    await Promise.all([1, 2, 3].map(() => migrateDatabase(connection(), { rootKey })));
    await migrateDatabase(connection(), { rootKey });
    const database = await openDatabase({ admin: connection(), rootKey, log: SILENT });
    try {
      const tenant = await makeTenant(database);
      const identification = await database.inTenant(tenant.id, (tx) => makeIdentification(tx));
      expect(identification.status).toBe('created');
    } finally {
      await database.close();
    }
  });

  it('has the due dates of persons worked out who were there before, though its user is no superuser', async () => {
    const { statements = '' } = readMigrations().find(({ name }) => name === '0125-due-dates') ?? {};
    const backfill = statements.slice(statements.indexOf('alter table tenants no force'));
    const owner = new pg.Client(connection());
    const superuser = new pg.Client({ ...server.connection, database: 'bank' });
    await Promise.all([owner.connect(), superuser.connect()]);
    try {
      await owner.query(`set search_path = reident; ${backfill}`);
      const { rows } = await superuser.query('select kind, key from reident.jobs');
      expect(rows).toEqual([{ kind: 'refresh_due', key: 'all' }]);
      const { rows: open } = await superuser.query(
        `select relname from pg_class
         where relname in ('tenants', 'persons', 'jobs') and relkind = 'r' and not relforcerowsecurity`,
      );
      expect(open).toEqual([]);
    } finally {
      await Promise.all([owner.end(), superuser.end()]);
    }
  });

  it('can be given as a URL', async () => {
    const { host, port } = server.connection;
    const url = `postgresql:///bank?host=${encodeURIComponent(String(host))}&port=${port}&user=bank`;
    await migrateDatabase({ connectionString: url }, { rootKey });
    const database = await openDatabase({ admin: { connectionString: url }, rootKey, log: SILENT });
    const { rows } = await database.pool.query('select current_user as name');
    await database.close();
    expect(rows).toEqual([{ name: 'reident_app' }]);
  });

  it('is refused with another root key, before anything is changed [DAT-7]', async () => {
    const attempt = migrateDatabase(connection(), { rootKey: randomBytes(32) });
    await expect(attempt).rejects.toBeInstanceOf(StartError);
    const database = await openDatabase({ admin: connection(), rootKey, log: SILENT });
    await database.close();
  });

  it('that was restored next to the roles of another root key is refused as well [DAT-7]', async () => {
    await admin.query('comment on role reident_app is null');
    try {
      await expect(migrateDatabase(connection(), { rootKey: randomBytes(32) })).rejects.toThrow(
        /root key is not the one/,
      );
    } finally {
      await admin.query('comment on role reident_app is null');
      await migrateDatabase(connection(), { rootKey });
    }
  });

  it('that does not answer, or whose user may too little, is one line', async () => {
    const nowhere = migrateDatabase({ connectionString: 'postgres://a:hunter2@127.0.0.1:1/x' }, { rootKey });
    await expect(nowhere).rejects.toThrow(/^The database does not answer \(connection refused\)[^\n]*$/);
    await expect(nowhere).rejects.not.toThrow(/hunter2/);
    await admin.query('create role weak login');
    await admin.query('create database weak');
    const weak = migrateDatabase({ ...server.connection, user: 'weak', database: 'weak' }, { rootKey });
    await expect(weak).rejects.toBeInstanceOf(StartError);
  });
});

describe('the migrations', () => {
  const names = async (client: pg.Client) =>
    (await client.query<{ name: string }>('select name from reident.migrations order by name')).rows.map(
      ({ name }) => name,
    );

  /** A database as the program left it when another library ran its migrations, up to one of them. */
  async function olderDatabase(name: string, last: string): Promise<pg.Client> {
    await admin.query(`create database ${name}`);
    const client = new pg.Client({ ...server.connection, database: name });
    await client.connect();
    await client.query(`
      create schema reident; set search_path = reident;
      create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
      create table kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0);
      insert into kysely_migration_lock values ('migration_lock', 0)`);
    for (const migration of readMigrations()) {
      if (migration.name.slice(0, 4) > last) break;
      await client.query(migration.statements);
      await client.query('insert into kysely_migration values ($1, $2)', [migration.name, '2026-01-31T12:00:00.000Z']);
    }
    return client;
  }

  it.each(['0100', '0122'])('go on where an earlier program stopped, at %s, and nothing is lost', async (last) => {
    const name = `older_${last}`;
    const client = await olderDatabase(name, last);
    try {
      await client.query(
        `insert into tenants (id, company, name, kind, settings, wrapped_key) values ('t', 'bank', 'A bank', 'live', '{}', '')`,
      );
      const options = { ...server.connection, database: name };
      await migrateDatabase(options, { rootKey });
      await migrateDatabase(options, { rootKey });
      expect(await names(client)).toEqual(readMigrations().map((migration) => migration.name));
      expect((await client.query('select id, name from tenants')).rows).toEqual([{ id: 't', name: 'A bank' }]);
      const { rows } = await client.query(`select relname from pg_class where relname like 'kysely%'`);
      expect(rows).toEqual([]);
      expect(await dumpSchema(client, 'reident')).toBe(
        readFileSync(path.join(projectRoot(), SQL_FOLDER, 'schema.sql'), 'utf8'),
      );
    } finally {
      await client.end();
    }
  });

  it.each([
    ['a newer program', '9999-from-the-future', 'nothing'],
    ['another history', '0001-z', '0002-case-claims'],
  ])('of %s keep this one from starting', async (_, name, own) => {
    const inBank = new pg.Client({ ...server.connection, database: 'bank' });
    await inBank.connect();
    await inBank.query('insert into reident.migrations (name) values ($1)', [name]);
    try {
      const attempt = migrateDatabase({ ...server.connection, database: 'bank' }, { rootKey });
      await expect(attempt).rejects.toThrow(`it has run ${name}, where this one has ${own}`);
    } finally {
      await inBank.query('delete from reident.migrations where name = $1', [name]);
      await inBank.end();
    }
  });
});

describe('the role of the program', () => {
  const open = () =>
    openDatabase({ admin: { ...server.connection, database: 'bank' }, rootKey, log: SILENT, poolSize: 1 });

  it.each([
    ['is a superuser', 'superuser', 'nosuperuser'],
    ['can bypass row-level security', 'bypassrls', 'nobypassrls'],
  ])('that %s keeps the program from starting [DAT-7]', async (_, grant, revoke) => {
    await admin.query(`alter role ${APP_ROLE} ${grant}`);
    try {
      await expect(open()).rejects.toThrow(/may do too much/);
    } finally {
      await admin.query(`alter role ${APP_ROLE} ${revoke}`);
    }
  });

  it('that owns a table keeps the program from starting [DAT-7]', async () => {
    const inBank = new pg.Client({ ...server.connection, database: 'bank' });
    await inBank.connect();
    await inBank.query(`create table reident.mine (tenant_id text); alter table reident.mine owner to ${APP_ROLE}`);
    try {
      await expect(open()).rejects.toThrow(/may do too much/);
    } finally {
      await inBank.query('drop table reident.mine');
      await inBank.end();
    }
    await (await open()).close();
  });
});
