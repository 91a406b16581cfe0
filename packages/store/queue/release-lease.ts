import type { Database } from '../transaction/database.ts';
import { sql } from '../transaction/sql.ts';

/** Gives back whatever was leased under this id, untried: the answer that named it never arrived [REL-5]. */
export async function releaseLease(database: Database, leaseId: string): Promise<void> {
  await database.lookUp(sql`select free_lease(${leaseId})`);
}
