import { type Kysely, sql } from 'kysely';

/** Whether a file was sent for another person of the tenant is asked at every examination. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index captures_by_file on captures (tenant_id, sha256);').execute(db);
}
