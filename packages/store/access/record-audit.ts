import { columns, insertInto, json, type RowOf, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, AuditEntry } from '../types.ts';

/**
 * Writes down who did what. The details name fields, rules and ids, never values [DAT-5].
 * The program can add entries, but neither change nor remove them.
 */
export async function recordAudit(
  tx: TenantTx,
  entry: { actor: Actor; action: string; entity: string; details?: object },
): Promise<void> {
  const { actor, action, entity, details } = entry;
  await tx.query(
    insertInto('audit_log', {
      tenant_id: tx.tenant.id,
      actor_kind: actor.kind,
      actor_id: actor.id,
      action,
      entity,
      details: details === undefined ? null : json(details),
      at: tx.now,
    }),
  );
}

/** How often something was done to one thing since then. */
export async function countAudit(
  tx: TenantTx,
  { entity, action, since }: { entity: string; action: string; since: Date },
): Promise<number> {
  const [row] = await tx.query(sql<{ times: number }>`
    select count(*)::int as times from audit_log
    where tenant_id = ${tx.tenant.id} and entity = ${entity} and action = ${action} and at > ${since}`);
  return row?.times ?? 0;
}

const ENTRY = columns('audit_log', 'seq', 'actor_kind', 'actor_id', 'action', 'entity', 'details', 'at');

/** The entries about one thing, oldest first. */
export async function listAudit(tx: TenantTx, entity: string): Promise<AuditEntry[]> {
  const rows = await tx.query(sql<RowOf<typeof ENTRY>>`
    select ${ENTRY} from audit_log where tenant_id = ${tx.tenant.id} and entity = ${entity} order by seq`);
  return rows.map((row) => ({
    seq: row.seq,
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id },
    action: row.action,
    entity: row.entity,
    details: row.details as object | null,
    at: row.at,
  }));
}
