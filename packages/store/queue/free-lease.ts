import type { Database } from '../transaction/database.ts';

/** Gives back whatever was leased under this id, untried: the answer that named it never arrived [REL-5]. */
export async function freeLease(database: Database, leaseId: string): Promise<void> {
  await database.lookUp('free-lease', 'select free_lease($1)', [leaseId]);
}
