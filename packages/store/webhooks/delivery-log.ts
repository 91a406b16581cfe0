import { PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import type { Changes, Row } from '../generated/rows.ts';
import { columns, join, literal, type RowOf, type Sql, sql, update } from '../transaction/sql.ts';
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
  const [row] = await tx.query(sql<LoggedRow>`
    select ${DELIVERY.of('d')}, ${NOTIFICATION.of('n')}, s.url, s.disabled_at, k.wrapped_key, k.version as key_version
    from deliveries d
    join notifications n on n.tenant_id = d.tenant_id and n.id = d.notification_id
    join subscriptions s on s.tenant_id = d.tenant_id and s.id = d.subscription_id
    left join person_keys k on k.tenant_id = n.tenant_id and k.person_id = n.person_id
    where d.tenant_id = ${tx.tenant.id} and d.id = ${id}`);
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Delivery' for id '${id}'.`);
  const isErased = row.person_id !== null && row.wrapped_key === null;
  const key =
    row.person_id !== null && row.wrapped_key !== null
      ? tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version ?? 1)
      : tx.keys.fields;
  return {
    ...toDelivery(row),
    url: row.url,
    subscriptionEnded: row.disabled_at !== null,
    body: isErased ? null : key.open(notificationBodyOf(row.notification_id), row.body_sealed),
  };
}

const NOTIFICATION = columns('notifications', 'event_type', 'person_id', 'body_sealed');

type LoggedRow = DeliveryRow &
  RowOf<typeof NOTIFICATION> &
  Pick<Row<'subscriptions'>, 'url' | 'disabled_at'> & { wrapped_key: Buffer | null; key_version: number | null };

/** A row of `deliveries` as it is listed, next to `event_type` of its notification. */
export const DELIVERY = columns(
  'deliveries',
  'id',
  'notification_id',
  'subscription_id',
  'entity_id',
  'state',
  'attempts',
  'due_at',
  'created_at',
  'finished_at',
);

export type DeliveryRow = RowOf<typeof DELIVERY> & Pick<Row<'notifications'>, 'event_type'>;

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    notificationId: row.notification_id,
    subscriptionId: row.subscription_id,
    eventType: row.event_type,
    entityId: row.entity_id,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
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
  const { from, to, states, subscriptionId } = range;
  const [row] = await tx.query(sql<{ deliveries: number }>`
    with again as (
      ${update('deliveries', afresh(tx.now))}
      where tenant_id = ${tx.tenant.id} and state <> 'pending' and ${inStates(states)}
        and created_at >= ${from} and created_at < ${to}
        ${subscriptionId === undefined ? sql`` : sql`and subscription_id = ${subscriptionId}`}
        and exists (
          select from subscriptions s
          where s.tenant_id = deliveries.tenant_id and s.id = subscription_id and s.disabled_at is null
        )
      returning 1
    ) select count(*) as deliveries from again`);
  const deliveries = row?.deliveries ?? 0;
  const details = { from: from.toISOString(), to: to.toISOString(), deliveries };
  await recordAudit(tx, { actor, action: 'deliveries.replayed', entity: 'deliveries', details });
  tx.hintWork();
  return deliveries;
}

/** A finished delivery that is to be carried out once more. */
export function afresh(now: Date): Changes<'deliveries'> {
  return { state: 'pending', attempts: 0, due_at: now, finished_at: null, lease_id: null, leased_until: null };
}

/** Literal, so that the index of those that failed answers. */
export function inStates(states: readonly Delivery['state'][]): Sql {
  return states.length === 0 ? sql`false` : sql`state in (${join(states.map(literal), ', ')})`;
}
