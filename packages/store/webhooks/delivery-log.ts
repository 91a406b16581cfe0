import { PlatformError } from '@reident/domain';
import { sql } from 'kysely';
import { recordAudit } from '../access/record-audit.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Delivery } from '../types.ts';
import { notificationBodyOf } from './notifications.ts';

export interface LoggedDelivery extends Delivery {
  /** Where it goes. */
  url: string;
  /** Nothing is sent to it any more. */
  subscriptionEnded: boolean;
  /** The bytes that are sent; null when the person was erased. */
  body: Buffer | null;
}

/** One delivery with what it carries. @throws PlatformError `model_not_found` */
export async function findDelivery(tx: TenantTx, id: string): Promise<LoggedDelivery> {
  const row = await tx.db
    .selectFrom('deliveries as d')
    .innerJoin('notifications as n', (join) =>
      join.onRef('n.tenant_id', '=', 'd.tenant_id').onRef('n.id', '=', 'd.notification_id'),
    )
    .innerJoin('subscriptions as s', (join) =>
      join.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.id', '=', 'd.subscription_id'),
    )
    .leftJoin('person_keys as k', (join) =>
      join.onRef('k.tenant_id', '=', 'n.tenant_id').onRef('k.person_id', '=', 'n.person_id'),
    )
    .selectAll('d')
    .select([
      'n.event_type',
      'n.person_id',
      'n.body_sealed',
      's.url',
      's.disabled_at',
      'k.wrapped_key',
      'k.version as key_version',
    ])
    .where('d.tenant_id', '=', tx.tenant.id)
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Delivery' for id '${id}'.`);
  const isErased = row.person_id !== null && row.wrapped_key === null;
  const key =
    row.person_id !== null && row.wrapped_key !== null
      ? tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version ?? 1)
      : tx.keys.fields;
  return {
    id: row.id,
    notificationId: row.notification_id,
    subscriptionId: row.subscription_id,
    eventType: row.event_type,
    entityId: row.entity_id,
    state: row.state as Delivery['state'],
    attempts: row.attempts,
    dueAt: row.due_at,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    url: row.url,
    subscriptionEnded: row.disabled_at !== null,
    body: isErased ? null : key.open(notificationBodyOf(row.notification_id), row.body_sealed),
  };
}

export interface ReplayRange {
  from: Date;
  to: Date;
  states: readonly Delivery['state'][];
  subscriptionId?: string;
}

/**
 * Sends finished deliveries of a time once more, with their notification ids [WH-8]. What belongs to a subscription that
 * has ended stays as it is. Answers how many.
 */
export async function replayRange(tx: TenantTx, range: ReplayRange, actor: Actor): Promise<number> {
  let finished = tx.db
    .updateTable('deliveries as d')
    .set({ state: 'pending', attempts: 0, due_at: tx.now, finished_at: null, lease_id: null, leased_until: null })
    .where('d.tenant_id', '=', tx.tenant.id)
    .where('d.state', '<>', 'pending')
    .where('d.state', 'in', [...range.states])
    .where('d.created_at', '>=', range.from)
    .where('d.created_at', '<', range.to)
    .where(
      sql<boolean>`exists (select from subscriptions s where s.tenant_id = d.tenant_id and s.id = d.subscription_id and s.disabled_at is null)`,
    );
  if (range.subscriptionId !== undefined) finished = finished.where('d.subscription_id', '=', range.subscriptionId);
  const { numUpdatedRows } = await finished.executeTakeFirst();
  const details = { from: range.from.toISOString(), to: range.to.toISOString(), deliveries: Number(numUpdatedRows) };
  await recordAudit(tx, { actor, action: 'deliveries.replayed', entity: 'deliveries', details });
  tx.hintWork();
  return Number(numUpdatedRows);
}
