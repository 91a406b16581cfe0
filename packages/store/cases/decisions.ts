import { newId } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import { findIdentification } from '../identifications/identifications.ts';
import { columns, insertInto, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Decision } from '../types.ts';

/** What a specialist decided, and why. Decisions are added, never changed. */
export async function insertDecision(
  tx: TenantTx,
  decision: Omit<Decision, 'id' | 'createdAt'>,
  actor?: Actor,
): Promise<Decision> {
  const id = newId('');
  const { personId } = await findIdentification(tx, decision.identificationId);
  const key = await tx.keys.ofPerson(personId);
  await tx.query(
    insertInto('decisions', {
      tenant_id: tx.tenant.id,
      id,
      identification_id: decision.identificationId,
      person_id: personId,
      decision: decision.decision,
      reason: decision.reason,
      note_sealed: decision.note === null ? null : key.seal(noteOf(id), decision.note),
      operator_id: decision.operatorId,
      created_at: tx.now,
    }),
  );
  await recordAudit(tx, {
    actor: actor ?? { kind: 'operator', id: decision.operatorId },
    action: 'decision.made',
    entity: decision.identificationId,
    details: { decision: decision.decision, reason: decision.reason },
  });
  return { ...decision, id, createdAt: tx.now };
}

/** Oldest first. */
export async function listDecisions(tx: TenantTx, identificationId: string): Promise<Decision[]> {
  const rows = await tx.query(sql<RowOf<typeof DECISION>>`
    select ${DECISION} from decisions
    where tenant_id = ${tx.tenant.id} and identification_id = ${identificationId} order by seq`);
  const decisions: Decision[] = [];
  for (const row of rows) {
    const key = await tx.keys.ofPerson(row.person_id);
    decisions.push({
      id: row.id,
      identificationId,
      decision: row.decision as Decision['decision'],
      reason: row.reason,
      note: row.note_sealed === null ? null : key.open(noteOf(row.id), row.note_sealed).toString('utf8'),
      operatorId: row.operator_id,
      createdAt: row.created_at,
    });
  }
  return decisions;
}

const DECISION = columns(
  'decisions',
  'id',
  'person_id',
  'decision',
  'reason',
  'note_sealed',
  'operator_id',
  'created_at',
);

function noteOf(id: string): string {
  return `decision:note:${id}`;
}
