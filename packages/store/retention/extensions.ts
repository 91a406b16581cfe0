import { recordAudit } from '../access/record-audit.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

/** An authority asks that the records of a person are kept. */
export interface RetentionExtension {
  fileNumber: string;
  /** The last day on which they are kept. */
  keepUntil: string;
}

const EXTENSION = columns('retention_extensions', 'file_number', 'keep_until');

export async function findExtension(tx: TenantTx, personId: string): Promise<RetentionExtension | null> {
  const [row] = await tx.query(sql<RowOf<typeof EXTENSION>>`
    select ${EXTENSION} from retention_extensions where tenant_id = ${tx.tenant.id} and person_id = ${personId}`);
  return row === undefined ? null : { fileNumber: row.file_number, keepUntil: row.keep_until };
}

/** Null takes it back. The audit log keeps the file number. */
export async function saveExtension(
  tx: TenantTx,
  personId: string,
  extension: RetentionExtension | null,
  actor: Actor,
): Promise<void> {
  const mine = sql`tenant_id = ${tx.tenant.id} and person_id = ${personId}`;
  if (extension === null) {
    await tx.query(sql`delete from retention_extensions where ${mine}`);
    await recordAudit(tx, { actor, action: 'person.retention_extension_ended', entity: personId });
    return;
  }
  const { fileNumber, keepUntil } = extension;
  const row = {
    tenant_id: tx.tenant.id,
    person_id: personId,
    file_number: fileNumber,
    keep_until: keepUntil,
    created_at: tx.now,
  };
  await tx.query(sql`
    ${insertInto('retention_extensions', row)}
    on conflict (tenant_id, person_id) do update set file_number = excluded.file_number, keep_until = excluded.keep_until`);
  const details = { file_number: fileNumber, keep_until: keepUntil };
  await recordAudit(tx, { actor, action: 'person.retention_extended', entity: personId, details });
}
