/** `npm run schema`: writes down the schema that the migrations make, as SQL to read and as types of rows. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../packages/store/embedded/start-embedded-postgres.ts';
import { describeSchema } from '../packages/store/schema/describe-schema.ts';
import { migrateDatabase } from '../packages/store/transaction/migrate.ts';
import { root } from './build.mjs';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(path.join(tmpdir(), 'reident-schema-'));
const server = await startEmbeddedPostgres(folder, SILENT);
try {
  await migrateDatabase(server.connection, { rootKey: randomBytes(32) });
  const client = new pg.Client(server.connection);
  await client.connect();
  for (const [file, text] of Object.entries(await describeSchema(client))) {
    writeFileSync(path.join(root, file), text);
    console.log(file);
  }
  await client.end();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
