import { newId, PlatformError } from '@reident/identification';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TenantTx } from '../tenant-tx.ts';
import type { Actor, Subscription } from '../types.ts';
import { type Listed, offsetOf, type Page, totalOf } from './pages.ts';
import { recordAudit } from './record-audit.ts';

/** The secret is sealed here and never listed [WH-3]. */
export async function insertSubscription(
  tx: TenantTx,
  order: { eventType: string; url: string; secret: string },
  actor: Actor,
): Promise<Subscription> {
  const id = newId('');
  await tx.db
    .insertInto('subscriptions')
    .values({
      tenant_id: tx.tenant.id,
      id,
      event_type: order.eventType,
      url: order.url,
      secret_sealed: tx.keys.fields.seal(secretOf(id), order.secret),
      created_at: tx.now,
      failing_since: null,
      disabled_at: null,
      disabled_reason: null,
    })
    .execute();
  await recordAudit(tx, {
    actor,
    action: 'subscription.created',
    entity: id,
    details: { event_type: order.eventType },
  });
  const { eventType, url } = order;
  return { id, eventType, url, createdAt: tx.now, disabledAt: null, disabledReason: null };
}

/** Also finds a subscription that was disabled. @throws PlatformError `model_not_found` */
export async function findSubscription(tx: TenantTx, id: string): Promise<Subscription> {
  const row = await tx.db
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where(isListed)
    .executeTakeFirst();
  if (row === undefined) throw new PlatformError('model_not_found', `Couldn't find 'Webhook' for id '${id}'.`);
  return toSubscription(row);
}

/** All but the deleted ones, oldest first. */
export async function listSubscriptions(tx: TenantTx, page: Page): Promise<Listed<Subscription>> {
  const matching = tx.db.selectFrom('subscriptions').where('tenant_id', '=', tx.tenant.id).where(isListed);
  const rows = await matching
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const total = await totalOf(page, rows.length, async () => {
    const counted = await matching.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
    return counted.n;
  });
  return { rows: rows.map(toSubscription), total };
}

/** The reason that only `deleteSubscription` gives; the row stays, because its deliveries are part of the record. */
const DELETED = 'deleted';
const isListed = sql<boolean>`disabled_reason is distinct from ${sql.lit(DELETED)}`;

/** @throws PlatformError `model_not_found` */
export async function deleteSubscription(tx: TenantTx, id: string, actor: Actor): Promise<void> {
  await findSubscription(tx, id);
  await disableSubscription(tx, id, DELETED, actor);
}

/** Ends a subscription, with whatever was still to be delivered to it. */
export async function disableSubscription(tx: TenantTx, id: string, reason: string, actor: Actor): Promise<void> {
  await tx.db
    .updateTable('subscriptions')
    .set({ disabled_at: sql`coalesce(disabled_at, ${tx.now})`, disabled_reason: reason })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
  await tx.db
    .updateTable('deliveries')
    .set({ state: 'canceled', lease_id: null, leased_until: null, finished_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('subscription_id', '=', id)
    .where('state', '=', 'pending')
    .execute();
  await recordAudit(tx, { actor, action: 'subscription.ended', entity: id, details: { reason } });
}

function toSubscription(row: Selectable<Schema['subscriptions']>): Subscription {
  return {
    id: row.id,
    eventType: row.event_type,
    url: row.url,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
  };
}

export function secretOf(id: string): string {
  return `subscription:secret:${id}`;
}
