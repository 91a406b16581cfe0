import { newId } from '@reident/domain';
import { params, sql } from '../transaction/sql.ts';
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
  const { tenantId, notificationId, eventType, entityId, now } = params({
    tenantId: tx.tenant.id,
    notificationId: id,
    eventType: notification.eventType,
    entityId: notification.entityId,
    now: tx.now,
  });
  const body = key.sealJson(notificationBodyOf(id), notification.body);
  const [row] = await tx.query(sql<{ deliveries: number }>`
    with receivers as materialized (
      select id from subscriptions where tenant_id = ${tenantId} and event_type = ${eventType} and disabled_at is null
    ), notification as (
      insert into notifications (tenant_id, id, event_type, entity_id, person_id, body_sealed, created_at)
      select ${tenantId}, ${notificationId}, ${eventType}, ${entityId}, ${notification.personId}, ${body}, ${now}
      where exists (select from receivers)
    ), delivery as (
      insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, due_at, created_at)
      select ${tenantId}, replace(gen_random_uuid()::text, '-', ''), ${notificationId}, r.id, ${entityId}, ${now}, ${now}
      from receivers r
      returning 1
    )
    select count(*) as deliveries from delivery`);
  if (row === undefined || row.deliveries === 0) return null;
  tx.hintWork();
  return id;
}

export function notificationBodyOf(notificationId: string): string {
  return `notification:body:${notificationId}`;
}
