import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { StartError } from '../errors.ts';
import { projectRoot } from '../project-root.ts';

/**
 * Where the migrations lie: files of the project, read when the program starts. So the program, its bundle, the tests and the
 * tools all run the very files that a reviewer reads, and none of them needs a loader for SQL.
 */
export const SQL_FOLDER = 'packages/store/sql';

/**
 * Runs what the database has not seen yet, in the order of the numbers, inside the caller's transaction.
 *
 * @throws StartError when the database has run another history: that of a newer program, or one in which a number was missing
 */
export async function runMigrations(owner: ClientBase): Promise<void> {
  await owner.query(LEDGER);
  const { rows } = await owner.query<{ name: string }>('select name from migrations order by name collate "C"');
  const migrations = readMigrations();
  const other = rows.findIndex(({ name }, place) => name !== migrations[place]?.name);
  if (other >= 0)
    throw new StartError(
      `The database was made by a newer or another Reident: it has run ${rows[other]?.name}, where this one has ${migrations[other]?.name ?? 'nothing'}`,
    );
  for (const { name, statements } of migrations.slice(rows.length)) {
    await owner.query(statements);
    await owner.query('insert into migrations (name) values ($1)', [name]);
  }
}

export function readMigrations(): { name: string; statements: string }[] {
  const folder = path.join(projectRoot(), SQL_FOLDER);
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      name: path.basename(file, '.sql'),
      statements: readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** The first databases kept this list in a table of the library that ran migrations then. */
const LEDGER = `
  create table if not exists migrations (name text primary key, migrated_at timestamptz not null default now());
  do $$ begin
    if to_regclass('kysely_migration') is not null then
      insert into migrations (name, migrated_at) select name, "timestamp"::timestamptz from kysely_migration;
      drop table kysely_migration, kysely_migration_lock;
    end if;
  end $$`;
