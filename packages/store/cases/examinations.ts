import { newId } from '@reident/domain';
import type { Row } from '../generated/rows.ts';
import { findIdentification } from '../identifications/identifications.ts';
import { insertInto, sql } from '../transaction/sql.ts';
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
  await tx.query(
    insertInto('examinations', {
      tenant_id: tx.tenant.id,
      id,
      identification_id: identificationId,
      person_id: personId,
      engine_version: engineVersion,
      content_sealed: key.sealJson(contentOf(id), content),
      created_at: tx.now,
    }),
  );
  return { ...examination, id, createdAt: tx.now };
}

/** Null when nothing was examined yet. */
export async function findLatestExamination(tx: TenantTx, identificationId: string): Promise<Examination | null> {
  const [row] = await tx.query(sql<Omit<Row<'examinations'>, 'tenant_id' | 'seq'>>`
    select id, identification_id, person_id, engine_version, content_sealed, created_at from examinations
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} order by seq desc limit 1`);
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
  const rows = await tx.query(sql<Pick<Row<'examinations'>, 'identification_id'>>`
    select identification_id from examinations where tenant_id = ${tx.tenant.id}
    group by identification_id order by min(seq)`);
  return rows.map(({ identification_id: id }) => id);
}

function contentOf(id: string): string {
  return `examination:content:${id}`;
}
