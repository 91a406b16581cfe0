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
  await tx.run('audit', INSERT, [
    tx.tenant.id,
    entry.actor.kind,
    entry.actor.id,
    entry.action,
    entry.entity,
    entry.details === undefined ? null : JSON.stringify(entry.details),
    tx.now,
  ]);
}

const INSERT = `insert into audit_log (tenant_id, actor_kind, actor_id, action, entity, details, at) values ($1, $2, $3, $4, $5, $6, $7)`;

/** How often something was done to one thing since then. */
export async function countAudit(
  tx: TenantTx,
  { entity, action, since }: { entity: string; action: string; since: Date },
): Promise<number> {
  const [row] = await tx.run<{ times: number }>('count-audit', COUNT, [tx.tenant.id, entity, action, since]);
  return row?.times ?? 0;
}

const COUNT = `
  select count(*)::int as times from audit_log where tenant_id = $1 and entity = $2 and action = $3 and at > $4`;

/** The entries about one thing, oldest first. */
export async function listAudit(tx: TenantTx, entity: string): Promise<AuditEntry[]> {
  const rows = await tx.db.selectFrom('audit_log').selectAll().where('entity', '=', entity).orderBy('seq').execute();
  return rows.map((row) => ({
    seq: row.seq,
    actor: { kind: row.actor_kind as Actor['kind'], id: row.actor_id },
    action: row.action,
    entity: row.entity,
    details: row.details,
    at: row.at,
  }));
}
