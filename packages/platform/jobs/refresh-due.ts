import { PlatformError } from '@reident/domain';
import { findPerson, type LeasedJob, listStale, scheduleJob } from '@reident/store';
import { refreshDue } from '../due/due-date.ts';
import type { Platform } from '../platform.ts';

/** So many persons in one transaction. */
const SLICE = 200;

const SYSTEM = { kind: 'system', id: null } as const;

/** Works out the dates of many persons, slice by slice: of everybody, or of those whose class became another. */
export async function refreshManyDue(job: LeasedJob, { database }: Platform): Promise<void> {
  const { after, everybody } = job.payload;
  const walksAll = everybody === true;
  await database.inTenant(job.tenantId, async (tx) => {
    const ids = await listStale(tx, typeof after === 'string' ? after : '', walksAll, SLICE);
    await tx.keys.preload(ids);
    for (const id of ids) {
      const person = await findPerson(tx, id).catch((error: unknown) => {
        if (error instanceof PlatformError && error.code === 'model_not_found') return null;
        throw error;
      });
      // Without anything to count from, nothing is stored.
      if (person === null || (walksAll && !hasAnything(person))) continue;
      await refreshDue(tx, person, 'rules_changed', SYSTEM);
    }
    const last = ids.at(-1);
    if (ids.length < SLICE || last === undefined) return;
    await scheduleJob(tx, { kind: 'refresh_due', key: job.key, payload: { ...job.payload, after: last } });
  });
}

function hasAnything({ identifiedAt, attributes }: Awaited<ReturnType<typeof findPerson>>): boolean {
  return identifiedAt !== null || attributes.aml_confirmed_on != null || attributes.legitimation_valid_until != null;
}
