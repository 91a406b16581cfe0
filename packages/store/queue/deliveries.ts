import { newId, PlatformError } from '@reident/domain';
import { sql } from 'kysely';
import { DatabaseUnavailable, LeaseLost } from '../errors.ts';
import type { DataKey } from '../keys/seal.ts';
import type { Database } from '../transaction/database.ts';
import { type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Chaos, Delivery, DeliveryAttempt } from '../types.ts';
import { notificationBodyOf } from '../webhooks/notifications.ts';
import { chaosOf, type SealedSecrets, secretsOf } from '../webhooks/subscriptions.ts';

/** One delivery to carry out now, with everything that the call needs. */
export interface LeasedDelivery {
  id: string;
  tenantId: string;
  /** Whether it belongs to a sandbox tenant, whose receivers may be on the developer's machine. */
  sandbox: boolean;
  leaseId: string;
  /** The tenant's time when it was leased. */
  leasedAt: Date;
  /** 1 for the first call. */
  attempt: number;
  /** `body` is null when its key was destroyed: the person was erased, and nothing may be sent any more. */
  notification: { id: string; eventType: string; entityId: string; createdAt: Date; body: Buffer | null };
  /** `nextSecret` while the secret is being replaced [WH-4], `chaos` while the sandbox plays a fault. */
  subscription: { id: string; url: string; secret: string; nextSecret: string | null; chaos: Chaos | null };
}

/**
 * Due deliveries of all tenants and subscriptions in turn, at most five in flight per subscription. The first calls for
 * one entity keep the order of their commits [WH-7]. A lease must outlast the call by 15 seconds [REL-4].
 */
export async function leaseDeliveries(
  database: Database,
  order: { limit: number; leaseSeconds: number; leaseId?: string },
): Promise<LeasedDelivery[]> {
  const leaseId = order.leaseId ?? newId('');
  const leased = await database.lookUp<{ id: string; tenant_id: string }>(
    'lease-deliveries',
    'select id, tenant_id from lease_deliveries($1, $2, $3)',
    [order.limit, order.leaseSeconds, leaseId],
  );
  const tenants = new Set(leased.map((row) => row.tenant_id));
  const loaded = await Promise.all([...tenants].map((tenantId) => loadTenant(database, tenantId, leaseId)));
  return loaded.flat();
}

/** A tenant whose deliveries cannot be read, because a key does not fit, holds up no other. */
async function loadTenant(database: Database, tenantId: string, leaseId: string): Promise<LeasedDelivery[]> {
  try {
    return await database.inTenant(tenantId, (tx) => loadLeased(tx, leaseId));
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    database.log.error({ err: error, tenant: tenantId }, 'the deliveries of a tenant cannot be read');
    return [];
  }
}

async function loadLeased(tx: TenantTx, leaseId: string): Promise<LeasedDelivery[]> {
  const rows = await tx.run<LeasedRow>('load-leased-deliveries', LOAD, [tx.tenant.id, leaseId]);
  return rows.map((row) => {
    return {
      id: row.id,
      tenantId: tx.tenant.id,
      sandbox: tx.tenant.kind === 'sandbox',
      leaseId,
      leasedAt: tx.now,
      attempt: row.attempts + 1,
      notification: {
        id: row.notification_id,
        eventType: row.event_type,
        entityId: row.entity_id,
        createdAt: row.created_at,
        body: keyOf(tx, row)?.open(notificationBodyOf(row.notification_id), row.body_sealed) ?? null,
      },
      subscription: {
        id: row.subscription_id,
        url: row.url,
        ...secretsOf(tx, { ...row, id: row.subscription_id }),
        chaos: chaosOf(tx, row.chaos),
      },
    };
  });
}

function keyOf(tx: TenantTx, row: LeasedRow): DataKey | null {
  if (row.person_id === null) return tx.keys.fields;
  return row.wrapped_key === null ? null : tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version ?? 1);
}

interface LeasedRow extends Omit<SealedSecrets, 'id'> {
  id: string;
  attempts: number;
  notification_id: string;
  event_type: string;
  entity_id: string;
  person_id: string | null;
  body_sealed: Buffer;
  created_at: Date;
  subscription_id: string;
  url: string;
  chaos: Chaos | null;
  wrapped_key: Buffer | null;
  key_version: number | null;
}

const LOAD = `
  select d.id, d.attempts, d.notification_id, n.event_type, n.entity_id, n.person_id, n.body_sealed, n.created_at,
         d.subscription_id, s.url, s.secret_sealed, s.next_secret_sealed, s.overlap_until, s.chaos, k.wrapped_key, k.version as key_version
  from deliveries d
  join notifications n on n.tenant_id = d.tenant_id and n.id = d.notification_id
  join subscriptions s on s.tenant_id = d.tenant_id and s.id = d.subscription_id
  left join person_keys k on k.tenant_id = n.tenant_id and k.person_id = n.person_id
  where d.tenant_id = $1 and d.lease_id = $2 and d.state = 'pending'
  order by d.seq`;

/** How a call ended. `retry` tries again after a while, `rejected` and `exhausted` end this delivery for good. */
export interface AttemptReport {
  outcome: 'delivered' | 'retry' | 'rejected' | 'exhausted' | 'canceled';
  responseStatus: number | null;
  /** A word of ours, never a text of the receiver. */
  error: string | null;
  durationMs: number;
  /** Only for `retry`. */
  retryInSeconds?: number;
}

/**
 * Writes down a call and what follows from it, for whoever still holds the lease.
 * Answers since when the subscription has had nothing but failures, in tenant time; null after a success [WH-8].
 *
 * @throws LeaseLost when the lease ended meanwhile; nothing is written
 */
export async function recordAttempt(
  where: TenantTx | Database,
  delivery: LeasedDelivery,
  report: AttemptReport,
): Promise<{ failingSince: Date | null }> {
  if ('inTenant' in where) return where.inTenant(delivery.tenantId, (tx) => recordAttempt(tx, delivery, report));
  const tx = where;
  const again = report.outcome === 'retry';
  const [row] = await tx.run<{ touched: number; failing_since: Date | null }>('record-attempt', RECORD, [
    tx.tenant.id,
    delivery.id,
    delivery.leaseId,
    again ? 'pending' : report.outcome,
    again ? new Date(tx.now.getTime() + (report.retryInSeconds ?? 0) * 1000) : tx.now,
    again ? null : tx.now,
    report.outcome,
    report.responseStatus,
    report.error,
    Math.round(report.durationMs),
    tx.now,
    delivery.subscription.id,
    report.outcome === 'delivered',
  ]);
  if (row?.touched !== 1) throw new LeaseLost('delivery', delivery.id);
  tx.hintWork();
  return { failingSince: row.failing_since };
}

/**
 * The subscription's row is only written when its state of health changes, and once a minute while all is well, so that
 * a busy receiver is no bottleneck.
 * A success is not waited for on the disk either: should the server crash just then, the notification goes out once
 * more under the same id, which receivers expect anyway.
 */
const RECORD = `
  with touched as (
    update deliveries set state = $4, attempts = attempts + 1, due_at = $5, lease_id = null, leased_until = null, finished_at = $6
    where tenant_id = $1 and id = $2 and lease_id = $3 and state = 'pending'
    returning attempts
  ), attempt as (
    insert into delivery_attempts (tenant_id, delivery_id, attempt, outcome, response_status, error, duration_ms, at)
    select $1, $2, attempts, $7, $8, $9, $10, $11 from touched
  ), health as (
    update subscriptions
    set failing_since = case when $13 then null else coalesce(failing_since, $11::timestamptz) end,
        last_success_at = case when $13 then $11::timestamptz else last_success_at end
    where tenant_id = $1 and id = $12 and exists (select from touched) and (
      (failing_since is null) <> $13::boolean
      or ($13 and (last_success_at is null or last_success_at <= $11::timestamptz - interval '1 minute'))
    )
    returning failing_since
  )
  select (select count(*) from touched) as touched,
         case when $13 then set_config('synchronous_commit', 'off', true) end as flush,
         case when $13 then null else coalesce(
           (select failing_since from health),
           (select failing_since from subscriptions where tenant_id = $1 and id = $12)
         ) end as failing_since`;

/** Gives a delivery back as it was: the call was broken off because the process stops. @throws LeaseLost */
export async function releaseDelivery(database: Database, delivery: LeasedDelivery): Promise<void> {
  await giveBack(database, delivery, {});
}

async function giveBack(database: Database, delivery: LeasedDelivery, change: { due_at?: Date }): Promise<void> {
  await database.inTenant(delivery.tenantId, async (tx) => {
    const updated = await tx.db
      .updateTable('deliveries')
      .set({ ...change, lease_id: null, leased_until: null })
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', '=', delivery.id)
      .where('lease_id', '=', delivery.leaseId)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) throw new LeaseLost('delivery', delivery.id);
    tx.hintWork();
  });
}

/** Puts a delivery off: the attempt was not made and does not count. @throws LeaseLost */
export async function postponeDelivery(database: Database, delivery: LeasedDelivery, until: Date): Promise<void> {
  await giveBack(database, delivery, { due_at: until });
}

/** Whether an earlier notification about the same entity still waits for its turn at the same receiver. */
export async function isOvertaking(database: Database, delivery: LeasedDelivery): Promise<boolean> {
  return database.inTenant(delivery.tenantId, async (tx) => {
    const earlier = await tx.db
      .selectFrom('deliveries as d')
      .innerJoin('deliveries as e', (join) =>
        join
          .onRef('e.tenant_id', '=', 'd.tenant_id')
          .onRef('e.subscription_id', '=', 'd.subscription_id')
          .onRef('e.entity_id', '=', 'd.entity_id')
          .onRef('e.seq', '<', 'd.seq'),
      )
      .select('e.id')
      .where('d.tenant_id', '=', tx.tenant.id)
      .where('d.id', '=', delivery.id)
      .where('e.state', '=', 'pending')
      .limit(1)
      .executeTakeFirst();
    return earlier !== undefined;
  });
}

export interface DeliveryQuery {
  states?: readonly Delivery['state'][];
  subscriptionId?: string;
  notificationId?: string;
  page: Page;
}

/** Newest first. */
export async function listDeliveries(tx: TenantTx, query: DeliveryQuery): Promise<Listed<Delivery>> {
  let matching = tx.db.selectFrom('deliveries as d').where('d.tenant_id', '=', tx.tenant.id);
  if (query.states !== undefined) matching = matching.where('d.state', 'in', [...query.states]);
  if (query.subscriptionId !== undefined) matching = matching.where('d.subscription_id', '=', query.subscriptionId);
  if (query.notificationId !== undefined) matching = matching.where('d.notification_id', '=', query.notificationId);
  const page = matching.select('d.id').orderBy('d.seq', 'desc').limit(query.page.size).offset(offsetOf(query.page));
  // The page is found first and its entries are fetched by an array: of a join the planner expects to need all of them.
  const rows = await tx.db
    .selectFrom('deliveries as d')
    .innerJoin('notifications as n', (join) =>
      join.onRef('n.tenant_id', '=', 'd.tenant_id').onRef('n.id', '=', 'd.notification_id'),
    )
    .selectAll('d')
    .select('n.event_type')
    .where('d.tenant_id', '=', tx.tenant.id)
    .where(sql<boolean>`d.id = any(array(${page}))`)
    .orderBy('d.seq', 'desc')
    .execute();
  const total = await totalOf(query.page, rows.length, async () => {
    const counted = await matching.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
    return counted.n;
  });
  const deliveries = rows.map((row) => ({
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
  }));
  return { rows: deliveries, total };
}

/** The calls of one delivery, oldest first. */
export async function listAttempts(tx: TenantTx, deliveryId: string): Promise<DeliveryAttempt[]> {
  const rows = await tx.db
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('delivery_id', '=', deliveryId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    attempt: row.attempt,
    outcome: row.outcome as DeliveryAttempt['outcome'],
    responseStatus: row.response_status,
    error: row.error,
    durationMs: row.duration_ms,
    at: row.at,
  }));
}

/** Sends a finished delivery once more, with the same notification id [WH-8]. @throws PlatformError `model_not_found` */
export async function replayDelivery(tx: TenantTx, deliveryId: string): Promise<void> {
  const updated = await tx.db
    .updateTable('deliveries')
    .set({ state: 'pending', attempts: 0, due_at: tx.now, finished_at: null, lease_id: null, leased_until: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', deliveryId)
    .where('state', '<>', 'pending')
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n)
    throw new PlatformError('model_not_found', `Couldn't find 'Delivery' for id '${deliveryId}'.`);
  tx.hintWork();
}
