import type { IdentStatus } from '@reident/domain';
import type { Row } from '../generated/rows.ts';
import { type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { IdentificationEvent } from '../types.ts';

/** One entry of the feed: what happened to an identification, at a place in the order that never changes. */
export interface FeedEvent
  extends Pick<IdentificationEvent, 'id' | 'identificationId' | 'personId' | 'event' | 'from' | 'to' | 'at'> {
  position: number;
}

/**
 * Events behind a position, in order. Nothing that commits later ever appears before what was answered once, and what
 * happens to one identification keeps its order.
 */
export async function readEventFeed(tx: TenantTx, after: number, limit: number): Promise<FeedEvent[]> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`event feed ${tx.tenant.id}`}))`);
  await tx.query(numberEvents(tx.tenant.id));
  const rows = await tx.query(sql<FeedRow>`
    select f.position, e.id, e.identification_id, e.person_id, e.event, e.from_status, e.to_status, e.at
    from event_feed f
    join identification_events e
      on e.tenant_id = f.tenant_id and e.identification_id = f.identification_id and e.seq = f.event_seq
    where f.tenant_id = ${tx.tenant.id} and f.position > ${after}
    order by f.position limit ${limit}`);
  return rows.map((row) => ({
    position: row.position,
    id: row.id,
    identificationId: row.identification_id,
    personId: row.person_id,
    event: row.event,
    from: row.from_status,
    to: row.to_status,
    at: row.at,
  }));
}

interface FeedRow extends Pick<Row<'identification_events'>, 'id' | 'identification_id' | 'person_id' | 'at'> {
  position: number;
  event: FeedEvent['event'];
  from_status: IdentStatus | null;
  to_status: IdentStatus;
}

/**
 * Gives positions to committed events that have none. One statement, so that events and horizon are of one snapshot.
 * A horizon of the future means that the data was restored into another cluster; then everything is looked at again.
 */
const numberEvents = (tenantId: string): Sql => sql`
  with known as (
    select coalesce((
      select case when horizon > pg_current_xact_id() then '0'::xid8 else horizon end
      from event_feed_horizons where tenant_id = ${tenantId}
    ), '0'::xid8) as horizon
  ), numbered as (
    insert into event_feed (tenant_id, position, event_seq, identification_id)
    select ${tenantId},
           coalesce((select max(position) from event_feed where tenant_id = ${tenantId}), 0) + row_number() over (order by e.seq),
           e.seq, e.identification_id
    from identification_events e
    where e.tenant_id = ${tenantId} and e.txid >= (select horizon from known)
      and not exists (select from event_feed f where f.tenant_id = ${tenantId} and f.event_seq = e.seq)
  )
  insert into event_feed_horizons (tenant_id, horizon) values (${tenantId}, pg_snapshot_xmin(pg_current_snapshot()))
  on conflict (tenant_id) do update set horizon = excluded.horizon`;
