import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../errors.ts';
import { deriveAppPassword, deriveKey } from '../keys/root-key.ts';
import { APP_ROLE, applyPolicies, LOOKUP_ROLE, SCHEMA } from './apply-policies.ts';
import { type Connection, clientConfig } from './connection.ts';
import { describeConnectionError } from './connection-errors.ts';
import { runMigrations } from './run-migrations.ts';

/** Serialises two processes that start at once on a new database. Any number will do, as long as all use it. */
const MIGRATION_LOCK = 7_316_401;

/**
 * Makes the roles of the program and brings the database to the newest schema, wholly or not at all. Safe to run in several
 * processes at once.
 *
 * @param admin  a user that may create roles and schemas; with PostgreSQL of one's own it need not be a superuser
 * @throws StartError when the server does not answer, is too old, or belongs to another root key [DAT-7]
 */
export async function migrateDatabase(admin: Connection, options: { rootKey: Buffer }): Promise<void> {
  const client = new pg.Client({ ...clientConfig(admin), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartError(`The database does not answer (${describeConnectionError(error)}). Is DATABASE_URL right?`, {
      cause: error,
    });
  }
  try {
    await rejectOldServer(client);
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await makeRoles(client, deriveAppPassword(options.rootKey));
    await client.query(`create schema if not exists ${SCHEMA}`);
    await client.query(`set search_path = ${SCHEMA}, pg_temp`);
    await client.query('begin');
    await runMigrations(client);
    await applyPolicies(client);
    await checkRootKey(client, options.rootKey);
    await client.query('commit');
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      throw new StartError(`The user of DATABASE_URL may not prepare the database: ${error.message}`, { cause: error });
    }
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function rejectOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  if ((rows[0]?.version ?? 0) < 150_000) throw new StartError('PostgreSQL 15 or newer is needed');
}

/**
 * Roles belong to the whole server, so their password follows from the root key of whoever came first. A mark of it is
 * left as the role's comment; a second installation with another key would lock the first one out, and is refused.
 */
async function makeRoles(client: pg.Client, appPassword: string): Promise<void> {
  const mark = `reident ${createHash('sha256').update(appPassword).digest('hex').slice(0, 32)}`;
  const { rows: found } = await client.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1`,
    [APP_ROLE],
  );
  const left = found[0]?.mark ?? null;
  if (left !== null && left !== mark) {
    throw new StartError(
      `The role ${APP_ROLE} of this PostgreSQL server belongs to a Reident with another root key; use that key, or another server`,
    );
  }
  if (left === mark) return;
  for (const [role, login] of [
    [APP_ROLE, 'login'],
    [LOOKUP_ROLE, 'nologin'],
  ] as const) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role} ${login} noinherit`);
  }
  await client.query(`alter role ${APP_ROLE} password ${client.escapeLiteral(appPassword)}`);
  await client.query(`alter role ${APP_ROLE} set search_path = ${SCHEMA}`);
  if (!(await mayAct(client, LOOKUP_ROLE))) await client.query(`grant ${LOOKUP_ROLE} to current_user`);
  await client.query(`comment on role ${APP_ROLE} is ${client.escapeLiteral(mark)}`);
}

/** Whether the user may give functions to the role. Since PostgreSQL 16 making a role is not yet being allowed to act as it. */
async function mayAct(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as may`,
    [role],
  );
  return rows[0]?.may ?? false;
}

/** The first start leaves a mark of the root key. Another key would make every sealed field unreadable. */
async function checkRootKey(client: pg.Client, rootKey: Buffer): Promise<void> {
  const mark = createHash('sha256').update(deriveKey(rootKey, 'check')).digest();
  await client.query('insert into installation (root_key_check) values ($1) on conflict do nothing', [mark]);
  const { rows } = await client.query<{ root_key_check: Buffer }>('select root_key_check from installation');
  if (!rows[0]?.root_key_check.equals(mark)) {
    throw new StartError('The root key is not the one that this database was made with');
  }
}
