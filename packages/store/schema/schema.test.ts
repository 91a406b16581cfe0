import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/fixtures/database.ts';
import { projectRoot } from '../project-root.ts';
import { SCHEMA } from '../transaction/apply-policies.ts';
import { describeSchema } from './describe-schema.ts';
import { dumpSchema } from './dump-schema.ts';

const REFRESH = 'the schema has changed: "npm run schema" writes it down anew';
const kept = (file: string) => readFileSync(path.join(projectRoot(), file), 'utf8');

let test: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  admin = new pg.Client(test.admin);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

describe('the schema that the migrations make', () => {
  it('stands in schema.sql and in the types of the rows', async () => {
    for (const [file, text] of Object.entries(await describeSchema(admin))) expect(text, REFRESH).toBe(kept(file));
  });

  it('can be made from schema.sql alone, with its policies, rights and functions', async () => {
    const migrated = await dumpSchema(admin, SCHEMA);
    await admin.query(`drop schema ${SCHEMA} cascade; create schema ${SCHEMA}`);
    await admin.query(kept('packages/store/sql/schema.sql'));
    expect(await dumpSchema(admin, SCHEMA)).toBe(migrated);
  });
});
