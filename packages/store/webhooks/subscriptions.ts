import { newId, PlatformError } from '@reident/domain';
import { recordAudit } from '../access/record-audit.ts';
import type { Changes, Row } from '../generated/rows.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, insertInto, json, literal, type RowOf, sql, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor, Chaos, Subscription } from '../types.ts';

/** The secret is sealed here and never listed [WH-3]. */
export async function insertSubscription(
  tx: TenantTx,
  order: { eventType: string; url: string; secret: string },
  actor: Actor,
): Promise<Subscription> {
  const id = newId('');
  await tx.query(
    insertInto('subscriptions', {
      tenant_id: tx.tenant.id,
      id,
      event_type: order.eventType,
      url: order.url,
      secret_sealed: tx.keys.fields.seal(secretOf(id), order.secret),
      created_at: tx.now,
    }),
  );
  await recordAudit(tx, {
    actor,
    action: 'subscription.created',
    entity: id,
    details: { event_type: order.eventType },
  });
  return findSubscription(tx, id);
}

/**
 * @param options.atWork  only if it was not ended: by five days of failures, or by a receiver that answered 410
 * @throws PlatformError `model_not_found`
 */
export async function findSubscription(
  tx: TenantTx,
  id: string,
  options: { atWork?: boolean } = {},
): Promise<Subscription> {
  const [row] = await tx.query(sql<SubscriptionRow>`
    select ${SUBSCRIPTION} from subscriptions where tenant_id = ${tx.tenant.id} and id = ${id} and ${IS_LISTED}`);
  if (row === undefined || (options.atWork && row.disabled_at !== null))
    throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Webhook' for id '${id}'.`);
  return toSubscription(tx, row);
}

/**
 * All but the deleted ones, oldest first.
 *
 * @param options.atWork  only those that were not ended
 */
export async function listSubscriptions(
  tx: TenantTx,
  page: Page,
  options: { atWork?: boolean } = {},
): Promise<Listed<Subscription>> {
  const matching = sql`
    from subscriptions
    where tenant_id = ${tx.tenant.id} and ${IS_LISTED} ${options.atWork ? sql`and disabled_at is null` : sql``}`;
  const rows = await tx.query(sql<SubscriptionRow>`
    select ${SUBSCRIPTION} ${matching} order by created_at, id limit ${page.size} offset ${offsetOf(page)}`);
  const total = await totalOf(page, rows.length, () => count(tx, matching));
  return { rows: rows.map((row) => toSubscription(tx, row)), total };
}

/** Whether anybody hears of this event. */
export async function hasSubscriber(tx: TenantTx, eventType: string): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from subscriptions where tenant_id = ${tx.tenant.id} and event_type = ${eventType} and disabled_at is null limit 1`);
  return rows.length > 0;
}

/** The reason that only `deleteSubscription` gives; the row stays, because its deliveries are part of the record. */
const DELETED = 'deleted';
const IS_LISTED = sql`disabled_reason is distinct from ${literal(DELETED)}`;

/** @throws PlatformError `model_not_found` */
export async function deleteSubscription(tx: TenantTx, id: string, actor: Actor): Promise<void> {
  await findSubscription(tx, id);
  await disableSubscription(tx, id, DELETED, actor);
}

/**
 * Keeps a subscription to this transaction. Whoever may end it takes it before any of its deliveries: several calls that
 * fail at once would otherwise each hold one delivery and wait for those of the others.
 * Answers whether it still gets notifications.
 */
export async function lockSubscription(tx: TenantTx, id: string): Promise<boolean> {
  const [row] = await tx.query(sql<{ disabled_at: Date | null }>`
    select disabled_at from subscriptions where tenant_id = ${tx.tenant.id} and id = ${id} for no key update`);
  return row?.disabled_at === null;
}

/**
 * Ends a subscription, with whatever was still to be delivered to it. A call on its way keeps its lease: the receiver
 * has heard of it, so the log has to know how it ended.
 */
export async function disableSubscription(tx: TenantTx, id: string, reason: string, actor: Actor): Promise<void> {
  await tx.query(sql`
    ${update('subscriptions', { disabled_at: sql`coalesce(disabled_at, ${tx.now})`, disabled_reason: reason })}
    where tenant_id = ${tx.tenant.id} and id = ${id}`);
  await tx.query(sql`
    ${update('deliveries', { state: 'canceled', finished_at: tx.now })}
    where tenant_id = ${tx.tenant.id} and subscription_id = ${id} and state = 'pending'`);
  await recordAudit(tx, { actor, action: 'subscription.ended', entity: id, details: { reason } });
}

/** Starts a disabled subscription again, as if it had never failed. What was canceled stays so until it is replayed [WH-8]. */
export async function enableSubscription(tx: TenantTx, id: string, actor: Actor): Promise<Subscription> {
  const { disabledAt } = await findSubscription(tx, id);
  if (disabledAt !== null) {
    await change(tx, id, { disabled_at: null, disabled_reason: null, failing_since: null });
    await recordAudit(tx, { actor, action: 'subscription.enabled', entity: id });
  }
  return findSubscription(tx, id);
}

/**
 * Gives a subscription its next secret. Both are good until `until`; then, or at the cut-over, the new one alone [WH-4].
 * During an overlap the secret that is not in charge yet is replaced.
 */
export async function rotateSecret(
  tx: TenantTx,
  id: string,
  order: { secret: string; until: Date },
  actor: Actor,
): Promise<Subscription> {
  await findSubscription(tx, id);
  await promoteNextSecret(tx, id, tx.now);
  const next = tx.keys.fields.seal(secretOf(id), order.secret);
  await change(tx, id, { next_secret_sealed: next, overlap_until: order.until });
  await recordAudit(tx, { actor, action: 'subscription.secret_rotated', entity: id });
  return findSubscription(tx, id);
}

/** Ends the overlap now: the old secret is gone. Without an overlap nothing changes [WH-4]. */
export async function cutOver(tx: TenantTx, id: string, actor: Actor): Promise<Subscription> {
  const { overlapUntil } = await findSubscription(tx, id);
  await promoteNextSecret(tx, id, null);
  if (overlapUntil !== null) await recordAudit(tx, { actor, action: 'subscription.secret_cut_over', entity: id });
  return findSubscription(tx, id);
}

/** @param endedAt  only where the overlap has ended by then; null at any time */
async function promoteNextSecret(tx: TenantTx, id: string, endedAt: Date | null): Promise<void> {
  const next = sql`coalesce(next_secret_sealed, secret_sealed)`;
  await tx.query(sql`
    ${update('subscriptions', { secret_sealed: next, next_secret_sealed: null, overlap_until: null })}
    where tenant_id = ${tx.tenant.id} and id = ${id} ${endedAt === null ? sql`` : sql`and overlap_until <= ${endedAt}`}`);
}

/** Plays a fault from now on, or none any more. It shows only in a sandbox [API-10]. */
export async function setChaos(tx: TenantTx, id: string, chaos: Chaos | null, actor: Actor): Promise<Subscription> {
  await findSubscription(tx, id);
  await change(tx, id, { chaos: chaos && json(chaos) });
  const details = { fault: chaos?.fault ?? null };
  await recordAudit(tx, { actor, action: 'subscription.chaos', entity: id, details });
  return findSubscription(tx, id);
}

async function change(tx: TenantTx, id: string, changes: Changes<'subscriptions'>): Promise<void> {
  await tx.query(sql`${update('subscriptions', changes)} where tenant_id = ${tx.tenant.id} and id = ${id}`);
}

const SUBSCRIPTION = columns(
  'subscriptions',
  'id',
  'event_type',
  'url',
  'created_at',
  'failing_since',
  'last_success_at',
  'disabled_at',
  'disabled_reason',
  'overlap_until',
  'chaos',
);
type SubscriptionRow = RowOf<typeof SUBSCRIPTION>;

function toSubscription(tx: TenantTx, row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    eventType: row.event_type,
    url: row.url,
    createdAt: row.created_at,
    failingSince: row.failing_since,
    lastSuccessAt: row.last_success_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    overlapUntil: row.overlap_until !== null && row.overlap_until > tx.now ? row.overlap_until : null,
    chaos: chaosOf(tx, row.chaos as Chaos | null),
  };
}

/** A tenant that went live plays no faults, even where one was left over [API-10]. */
export function chaosOf(tx: TenantTx, chaos: Chaos | null): Chaos | null {
  return tx.tenant.kind === 'sandbox' ? chaos : null;
}

export type SealedSecrets = Pick<Row<'subscriptions'>, 'id' | 'secret_sealed' | 'next_secret_sealed' | 'overlap_until'>;

/** The secret in charge, and during an overlap the one that comes next [WH-4]. */
export function secretsOf(tx: TenantTx, row: SealedSecrets): { secret: string; nextSecret: string | null } {
  const open = (sealed: Buffer) => tx.keys.fields.open(secretOf(row.id), sealed).toString('utf8');
  const { secret_sealed: old, next_secret_sealed: next, overlap_until: until } = row;
  if (next === null || until === null) return { secret: open(old), nextSecret: null };
  return until <= tx.now ? { secret: open(next), nextSecret: null } : { secret: open(old), nextSecret: open(next) };
}

function secretOf(id: string): string {
  return `subscription:secret:${id}`;
}
