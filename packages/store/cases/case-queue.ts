import type { IdentResult, IdentStatus } from '@reident/domain';
import { RESULTS } from '@reident/domain';
import { join, literal, type Sql, sql } from '../transaction/sql.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';
import type { Actor } from '../types.ts';

/** A case as a list needs it: no column of it says who the person is. */
export interface QueuedCase {
  id: string;
  status: IdentStatus;
  result: IdentResult | null;
  reason: string | null;
  /** When the last thing happened, and who did it. */
  since: Date;
  lastActor: Actor['kind'];
  claimedBy: string | null;
  claimedUntil: Date | null;
}

export type QueueShelf = 'waiting' | 'mine' | 'suspected' | 'decided' | 'all';

interface QueueQuestion {
  shelf: QueueShelf;
  operatorId: string;
  /** Part of an identification's id from its beginning; empty for all. */
  search: string;
  limit: number;
}

const PRELIMINARY = RESULTS.filter(([, kind]) => kind === 'preliminary').map(([result]) => result);

/** Cases of a shelf: what waits comes oldest first, what is over newest first. */
export async function listQueue(
  tx: TenantTx,
  { shelf, operatorId, search, limit }: QueueQuestion,
): Promise<QueuedCase[]> {
  const order = shelf === 'waiting' || shelf === 'mine' ? sql`last.at, i.id` : sql`last.at desc, i.id`;
  const rows = await tx.query(sql<QueuedCaseRow>`
    select i.id, i.status, i.result, i.reason, last.at as since, last.actor_kind, c.operator_id, c.claimed_until
    from identifications i
    cross join lateral (
      select e.at, e.actor_kind from identification_events e
      where e.tenant_id = i.tenant_id and e.identification_id = i.id order by e.seq desc limit 1
    ) last
    left join case_claims c
      on c.tenant_id = i.tenant_id and c.identification_id = i.id and c.claimed_until > ${tx.now}
    where i.tenant_id = ${tx.tenant.id} and i.erased_at is null and ${onShelf(shelf, operatorId)} and starts_with(i.id, ${search})
    order by ${order} limit ${limit}`);
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    result: row.result,
    reason: row.reason,
    since: row.since,
    lastActor: row.actor_kind,
    claimedBy: row.operator_id,
    claimedUntil: row.claimed_until,
  }));
}

/** How much there is to do. */
export async function countQueue(
  tx: TenantTx,
  operatorId: string,
): Promise<Record<'waiting' | 'mine' | 'suspected', number>> {
  const [counted] = await tx.query(sql<Record<'waiting' | 'mine' | 'suspected', number>>`
    select count(*)::int as waiting,
      (count(*) filter (where i.status = 'pending_failed'))::int as suspected,
      (count(*) filter (where ${onShelf('mine', operatorId)}))::int as mine
    from identifications i
    left join case_claims c
      on c.tenant_id = i.tenant_id and c.identification_id = i.id and c.claimed_until > ${tx.now}
    where i.tenant_id = ${tx.tenant.id} and i.erased_at is null and ${onShelf('waiting', operatorId)}`);
  return counted ?? { waiting: 0, mine: 0, suspected: 0 };
}

interface QueuedCaseRow {
  id: string;
  status: IdentStatus;
  result: IdentResult | null;
  reason: string | null;
  since: Date;
  actor_kind: Actor['kind'];
  operator_id: string | null;
  claimed_until: Date | null;
}

/** The literal list repeats the index's condition, so that the index answers. */
function onShelf(shelf: QueueShelf, operatorId: string): Sql {
  const waiting = sql`(i.result in (${join(PRELIMINARY.map(literal), ', ')}) and i.status not in ('successful', 'failed', 'expired'))`;
  switch (shelf) {
    case 'waiting':
      return waiting;
    case 'mine':
      return sql`c.operator_id = ${operatorId}`;
    case 'suspected':
      return sql`(i.status = 'pending_failed')`;
    case 'decided':
      return sql`(i.result is not null and not ${waiting})`;
    case 'all':
      return sql`(i.status <> 'created')`;
  }
}
