import type { ClientBase } from 'pg';
import { SCHEMA } from '../transaction/apply-policies.ts';
import { dumpSchema } from './dump-schema.ts';
import { writeRowTypes } from './write-row-types.ts';

/** What is kept of a migrated schema, by file of the project. */
export async function describeSchema(client: ClientBase): Promise<Record<string, string>> {
  return {
    'packages/store/sql/schema.sql': await dumpSchema(client, SCHEMA),
    'packages/store/generated/rows.ts': await writeRowTypes(client, SCHEMA),
  };
}
