import { newId } from '@reident/domain';
import { findIdentification } from '../identifications/identifications.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Examination } from '../types.ts';

/** What the engine found and how it weighed it, as plain JSON. Each examination is kept; the latest counts. */
export async function insertExamination(
  tx: TenantTx,
  examination: Omit<Examination, 'id' | 'createdAt'>,
): Promise<Examination> {
  const id = newId('');
  const { identificationId, engineVersion, ...content } = examination;
  const { personId } = await findIdentification(tx, identificationId);
  const key = await tx.keys.ofPerson(personId);
  await tx.db
    .insertInto('examinations')
    .values({
      tenant_id: tx.tenant.id,
      id,
      identification_id: identificationId,
      person_id: personId,
      engine_version: engineVersion,
      content_sealed: key.sealJson(contentOf(id), content),
      created_at: tx.now,
    })
    .execute();
  return { ...examination, id, createdAt: tx.now };
}

/** Null when nothing was examined yet. */
export async function findLatestExamination(tx: TenantTx, identificationId: string): Promise<Examination | null> {
  const row = await tx.db
    .selectFrom('examinations')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('identification_id', '=', identificationId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const key = await tx.keys.ofPerson(row.person_id);
  const content = key.openJson<Pick<Examination, 'findings' | 'verdict' | 'evidence'>>(
    contentOf(row.id),
    row.content_sealed,
  );
  return { ...content, id: row.id, identificationId, engineVersion: row.engine_version, createdAt: row.created_at };
}

/** Every identification that was examined, the oldest first. */
export async function listExamined(tx: TenantTx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('examinations')
    .select('identification_id')
    .where('tenant_id', '=', tx.tenant.id)
    .groupBy('identification_id')
    .orderBy((eb) => eb.fn.min('seq'))
    .execute();
  return rows.map(({ identification_id: id }) => id);
}

function contentOf(id: string): string {
  return `examination:content:${id}`;
}
