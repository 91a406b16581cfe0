import {
  type BatchLine,
  endBatch,
  findPersons,
  insertIdentification,
  type LeasedJob,
  listWaitingLines,
  type Person,
  scheduleJob,
  settleBatchLine,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { breachesOf } from '../provider/eligibility.ts';
import { requestIdentification } from '../provider/request-identification.ts';

/** So many lines in one transaction: what a death undoes is done again as a whole. */
const SLICE = 50;

/** Starts what is waiting in a batch, slice by slice. It may die at any moment: a slice is there as a whole or not at all. */
export async function runBatch(job: LeasedJob, platform: Platform): Promise<void> {
  await platform.database.inTenant(job.tenantId, async (tx) => {
    const lines = await listWaitingLines(tx, job.key, SLICE);
    const persons = await findPersons(
      tx,
      lines.flatMap(({ personId }) => personId ?? []),
    );
    for (const line of lines) await startLine(tx, platform, job.key, line, persons.get(line.personId ?? ''));
    if (lines.length < SLICE) await endBatch(tx, job.key);
    else await scheduleJob(tx, { kind: 'batch', key: job.key });
  });
}

async function startLine(
  tx: TenantTx,
  platform: Platform,
  batchId: string,
  { line, language }: BatchLine,
  person: Person | undefined,
): Promise<void> {
  if (person === undefined) return settleBatchLine(tx, batchId, line, { fault: 'person_not_found' });
  if (breachesOf(person, tx.tenant.settings).length > 0)
    return settleBatchLine(tx, batchId, line, { fault: 'not_eligible' });
  const order = {
    personId: person.id,
    method: 'idnow_autoident',
    language,
    proofOfAddressType: null,
    proofOfAddressIssuedAt: null,
  } as const;
  const created = await insertIdentification(tx, order, { kind: 'system', id: null });
  await requestIdentification(tx, platform, created);
  return settleBatchLine(tx, batchId, line, { identificationId: created.id });
}
