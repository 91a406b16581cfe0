import { findPerson, type LeasedJob } from '@reident/store';
import { documentOnFile, warnPartner } from '../documents/document-on-file.ts';
import type { Platform } from '../platform.ts';

/** Warns the partner about a person's document, unless the person has shown a later one meanwhile. */
export async function warnAboutDocument(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const person = await findPerson(tx, job.key);
    const state = documentOnFile(person, tx.now);
    if (state === 'ending' || state === 'ended') await warnPartner(tx, person);
  });
}
