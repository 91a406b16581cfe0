import { newId } from '@reident/domain';
import { type Database, releaseLease } from '@reident/store';

/**
 * Leases under ids that we choose. A lease whose answer was lost on the way is given back before the next one,
 * so that its work waits no longer than the outage lasts [REL-5].
 */
export function leasing<Entry>(
  database: Database,
  lease: (limit: number, leaseId: string) => Promise<Entry[]>,
): (limit: number) => Promise<Entry[]> {
  const lost = new Set<string>();
  return async (limit) => {
    for (const leaseId of lost) {
      await releaseLease(database, leaseId);
      lost.delete(leaseId);
    }
    const leaseId = newId('');
    try {
      return await lease(limit, leaseId);
    } catch (error) {
      lost.add(leaseId);
      throw error;
    }
  };
}
