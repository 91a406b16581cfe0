import { newId, PlatformError } from '@reident/domain';
import { DatabaseUnavailable, LeaseLost } from '../errors.ts';
import type { Row } from '../generated/rows.ts';
import type { DataKey } from '../keys/seal.ts';
import type { Database } from '../transaction/database.ts';
import { count, type Listed, offsetOf, type Page, totalOf } from '../transaction/pages.ts';
import { columns, type RowOf, sql, statement, update } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Chaos, Delivery, DeliveryAttempt } from '../types.ts';
import { afresh, DELIVERY, type DeliveryRow, inStates, toDelivery } from '../webhooks/delivery-log.ts';
import { notificationBodyOf } from '../webhooks/notifications.ts';
import { chaosOf, secretsOf } from '../webhooks/subscriptions.ts';

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
  const leased = await database.lookUp(sql<{ id: string; tenant_id: string }>`
    select id, tenant_id from lease_deliveries(${order.limit}, ${order.leaseSeconds}, ${leaseId})`);
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
  const rows = await tx.query(sql<LeasedRow>`
    select d.id, d.attempts, d.notification_id, ${NOTIFICATION.of('n')}, d.subscription_id, ${SUBSCRIPTION.of('s')},
           k.wrapped_key, k.version as key_version
    from deliveries d
    join notifications n on n.tenant_id = d.tenant_id and n.id = d.notification_id
    join subscriptions s on s.tenant_id = d.tenant_id and s.id = d.subscription_id
    left join person_keys k on k.tenant_id = n.tenant_id and k.person_id = n.person_id
    where d.tenant_id = ${tx.tenant.id} and d.lease_id = ${leaseId} and d.state = 'pending'
    order by d.seq`);
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
        chaos: chaosOf(tx, row.chaos as Chaos | null),
      },
    };
  });
}

function keyOf(tx: TenantTx, row: LeasedRow): DataKey | null {
  if (row.person_id === null) return tx.keys.fields;
  return row.wrapped_key === null ? null : tx.keys.unwrap(row.person_id, row.wrapped_key, row.key_version ?? 1);
}

const NOTIFICATION = columns('notifications', 'event_type', 'entity_id', 'person_id', 'body_sealed', 'created_at');
const SUBSCRIPTION = columns('subscriptions', 'url', 'secret_sealed', 'next_secret_sealed', 'overlap_until', 'chaos');

type LeasedRow = Pick<Row<'deliveries'>, 'id' | 'attempts' | 'notification_id' | 'subscription_id'> &
  RowOf<typeof NOTIFICATION> &
  RowOf<typeof SUBSCRIPTION> & { wrapped_key: Buffer | null; key_version: number | null };

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
 * Writes down a call and what follows from it, for whoever still holds the lease. A delivery that was canceled while it
 * was on its way gets its attempt too; it is delivered or stays canceled.
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
  const [row] = await tx.query(
    RECORD({
      tenantId: tx.tenant.id,
      id: delivery.id,
      leaseId: delivery.leaseId,
      state: report.outcome === 'retry' ? 'pending' : report.outcome,
      dueAt: again ? new Date(tx.now.getTime() + (report.retryInSeconds ?? 0) * 1000) : tx.now,
      finishedAt: again ? null : tx.now,
      outcome: report.outcome,
      responseStatus: report.responseStatus,
      error: report.error,
      durationMs: Math.round(report.durationMs),
      now: tx.now,
      subscriptionId: delivery.subscription.id,
      isDelivered: report.outcome === 'delivered',
    }),
  );
  if (row?.touched !== 1) throw new LeaseLost('delivery', delivery.id);
  tx.hintWork();
  return { failingSince: row.failing_since };
}

interface Recorded {
  tenantId: string;
  id: string;
  leaseId: string;
  state: Delivery['state'];
  dueAt: Date;
  finishedAt: Date | null;
  outcome: AttemptReport['outcome'];
  responseStatus: number | null;
  error: string | null;
  durationMs: number;
  now: Date;
  subscriptionId: string;
  isDelivered: boolean;
}

/**
 * The subscription's row is only written when its state of health changes, and once a minute while all is well, so that
 * a busy receiver is no bottleneck.
 * A success is not waited for on the disk either: should the server crash just then, the notification goes out once
 * more under the same id, which receivers expect anyway.
 */
const RECORD = statement<Recorded, { touched: number; failing_since: Date | null }>(
  (given) => sql`
    with touched as (
      update deliveries
      set state = case when state = 'canceled' and not ${given.isDelivered}::boolean then state else ${given.state} end,
          attempts = attempts + 1, due_at = ${given.dueAt}, lease_id = null, leased_until = null,
          finished_at = case when state = 'canceled' then finished_at else ${given.finishedAt}::timestamptz end
      where tenant_id = ${given.tenantId} and id = ${given.id} and lease_id = ${given.leaseId}
        and state in ('pending', 'canceled')
      returning attempts
    ), attempt as (
      insert into delivery_attempts (tenant_id, delivery_id, attempt, outcome, response_status, error, duration_ms, at)
      select ${given.tenantId}, ${given.id}, attempts, ${given.outcome}, ${given.responseStatus}, ${given.error},
             ${given.durationMs}, ${given.now}
      from touched
    ), health as (
      update subscriptions
      set failing_since = case when ${given.isDelivered} then null else coalesce(failing_since, ${given.now}::timestamptz) end,
          last_success_at = case when ${given.isDelivered} then ${given.now}::timestamptz else last_success_at end
      where tenant_id = ${given.tenantId} and id = ${given.subscriptionId} and exists (select from touched) and (
        (failing_since is null) <> ${given.isDelivered}::boolean
        or (${given.isDelivered} and (last_success_at is null or last_success_at <= ${given.now}::timestamptz - interval '1 minute'))
      )
      returning failing_since
    )
    select (select count(*) from touched) as touched,
           case when ${given.isDelivered} then set_config('synchronous_commit', 'off', true) end as flush,
           case when ${given.isDelivered} then null else coalesce(
             (select failing_since from health),
             (select failing_since from subscriptions where tenant_id = ${given.tenantId} and id = ${given.subscriptionId})
           ) end as failing_since`,
);

/** Gives a delivery back as it was: the call was broken off because the process stops. @throws LeaseLost */
export async function releaseDelivery(database: Database, delivery: LeasedDelivery): Promise<void> {
  await giveBack(database, delivery, {});
}

async function giveBack(database: Database, delivery: LeasedDelivery, change: { due_at?: Date }): Promise<void> {
  await database.inTenant(delivery.tenantId, async (tx) => {
    const given = await tx.query(sql`
      ${update('deliveries', { ...change, lease_id: null, leased_until: null })}
      where tenant_id = ${tx.tenant.id} and id = ${delivery.id} and lease_id = ${delivery.leaseId} returning id`);
    if (given.length === 0) throw new LeaseLost('delivery', delivery.id);
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
    const [earlier] = await tx.query(sql`
      select e.id
      from deliveries d
      join deliveries e
        on e.tenant_id = d.tenant_id and e.subscription_id = d.subscription_id and e.entity_id = d.entity_id and e.seq < d.seq
      where d.tenant_id = ${tx.tenant.id} and d.id = ${delivery.id} and e.state = 'pending'
      limit 1`);
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
  const { page, states, subscriptionId, notificationId } = query;
  const matching = sql`
    from deliveries
    where tenant_id = ${tx.tenant.id}
      ${states === undefined ? sql`` : sql`and ${inStates(states)}`}
      ${subscriptionId === undefined ? sql`` : sql`and subscription_id = ${subscriptionId}`}
      ${notificationId === undefined ? sql`` : sql`and notification_id = ${notificationId}`}`;
  // The page is found first and its entries are fetched by an array: of a join the planner expects to need all of them. What is
  // fetched to each is held by `offset 0`, or the planner reads all notifications while it has no statistics of them.
  const rows = await tx.query(sql<DeliveryRow>`
    select ${DELIVERY.of('d')}, n.event_type
    from deliveries d
    cross join lateral (
      select event_type from notifications where tenant_id = d.tenant_id and id = d.notification_id offset 0
    ) n
    where d.tenant_id = ${tx.tenant.id} and d.id = any(array(
      select id ${matching} order by seq desc limit ${page.size} offset ${offsetOf(page)}
    )) order by d.seq desc`);
  const total = await totalOf(page, rows.length, () => count(tx, matching));
  return { rows: rows.map(toDelivery), total };
}

/** The calls of one delivery, oldest first. */
export async function listAttempts(tx: TenantTx, deliveryId: string): Promise<DeliveryAttempt[]> {
  const rows = await tx.query(sql<RowOf<typeof ATTEMPT>>`
    select ${ATTEMPT} from delivery_attempts
    where tenant_id = ${tx.tenant.id} and delivery_id = ${deliveryId} order by seq`);
  return rows.map((row) => ({
    attempt: row.attempt,
    outcome: row.outcome as DeliveryAttempt['outcome'],
    responseStatus: row.response_status,
    error: row.error,
    durationMs: row.duration_ms,
    at: row.at,
  }));
}

const ATTEMPT = columns('delivery_attempts', 'attempt', 'outcome', 'response_status', 'error', 'duration_ms', 'at');

/** Sends a finished delivery once more, with the same notification id [WH-8]. @throws PlatformError `model_not_found` */
export async function replayDelivery(tx: TenantTx, deliveryId: string): Promise<void> {
  const updated = await tx.query(sql`
    ${update('deliveries', afresh(tx.now))}
    where tenant_id = ${tx.tenant.id} and id = ${deliveryId} and state <> 'pending' returning id`);
  if (updated.length === 0)
    throw new PlatformError('model_not_found', `Couldn't find 'Delivery' for id '${deliveryId}'.`);
  tx.hintWork();
}
