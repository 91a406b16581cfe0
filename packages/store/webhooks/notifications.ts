import { newId } from '@reident/domain';
import type { TenantTx } from '../transaction/tenant-tx.ts';

export interface NewNotification {
  eventType: string;
  entityId: string;
  /** Whose data the body may hold; decides the key. */
  personId: string | null;
  body: object;
}

/**
 * Queues a notification for every subscription of its event type. The bytes are frozen here [WH-1]; what is sent later
 * is exactly this, under this id. Without a subscription nothing is kept. Answers the id, or null then.
 */
export async function enqueueNotification(tx: TenantTx, notification: NewNotification): Promise<string | null> {
  const id = newId('');
  const key = notification.personId === null ? tx.keys.fields : await tx.keys.ofPerson(notification.personId);
  const [row] = await tx.run<{ deliveries: number }>('enqueue-notification', ENQUEUE, [
    tx.tenant.id,
    id,
    notification.eventType,
    notification.entityId,
    notification.personId,
    key.sealJson(notificationBodyOf(id), notification.body),
    tx.now,
  ]);
  if (row === undefined || row.deliveries === 0) return null;
  tx.hintWork();
  return id;
}

const ENQUEUE = `
  with receivers as materialized (
    select id from subscriptions where tenant_id = $1 and event_type = $3 and disabled_at is null
  ), notification as (
    insert into notifications (tenant_id, id, event_type, entity_id, person_id, body_sealed, created_at)
    select $1, $2, $3, $4, $5, $6, $7 where exists (select from receivers)
  ), delivery as (
    insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, due_at, created_at)
    select $1, replace(gen_random_uuid()::text, '-', ''), $2, r.id, $4, $7, $7 from receivers r
    returning 1
  )
  select count(*) as deliveries from delivery`;

export function notificationBodyOf(notificationId: string): string {
  return `notification:body:${notificationId}`;
}
