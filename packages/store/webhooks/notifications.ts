import { newId } from '@reident/domain';
import { sql, statement } from '../transaction/sql.ts';
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
  const [row] = await tx.query(
    ENQUEUE({
      tenantId: tx.tenant.id,
      id,
      eventType: notification.eventType,
      entityId: notification.entityId,
      personId: notification.personId,
      body: key.sealJson(notificationBodyOf(id), notification.body),
      now: tx.now,
    }),
  );
  if (row === undefined || row.deliveries === 0) return null;
  tx.hintWork();
  return id;
}

interface Enqueued {
  tenantId: string;
  id: string;
  eventType: string;
  entityId: string;
  personId: string | null;
  body: Buffer;
  now: Date;
}

const ENQUEUE = statement<Enqueued, { deliveries: number }>(
  ({ tenantId, id, eventType, entityId, personId, body, now }) => sql`
    with receivers as materialized (
      select id from subscriptions where tenant_id = ${tenantId} and event_type = ${eventType} and disabled_at is null
    ), notification as (
      insert into notifications (tenant_id, id, event_type, entity_id, person_id, body_sealed, created_at)
      select ${tenantId}, ${id}, ${eventType}, ${entityId}, ${personId}, ${body}, ${now}
      where exists (select from receivers)
    ), delivery as (
      insert into deliveries (tenant_id, id, notification_id, subscription_id, entity_id, due_at, created_at)
      select ${tenantId}, replace(gen_random_uuid()::text, '-', ''), ${id}, r.id, ${entityId}, ${now}, ${now}
      from receivers r
      returning 1
    )
    select count(*) as deliveries from delivery`,
);

export function notificationBodyOf(notificationId: string): string {
  return `notification:body:${notificationId}`;
}
