import { offsetOf, type Page } from './pages.ts';
import { literal, type Parameter, type Sql, sql } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';

/** Lists over a whole tenant whose length is kept. */
export type CountedList = 'identifications' | 'persons';

/** How many connections can add to one list without waiting for each other. */
export const COUNT_SLOTS = 32;

/** Erasures take their part off in a slot of their own, so that who erases waits for nobody who creates. */
const ERASURE_SLOT = COUNT_SLOTS;

/** The slot of the connection that asks, in SQL. */
export const OWN_SLOT = sql`pg_backend_pid() % ${COUNT_SLOTS}`;

/** Part of the statement that creates an entry: counts it for each row of `from`. */
export function countUp(list: CountedList, tenantId: Parameter, from: Sql): Sql {
  return sql`
    insert into list_counts as l (tenant_id, list, slot, n) select ${tenantId}, ${literal(list)}, ${OWN_SLOT}, 1 from ${from}
    on conflict (tenant_id, list, slot) do update set n = l.n + 1`;
}

/** So many entries have left the list, in the caller's transaction. */
export async function countDown(tx: TenantTx, list: CountedList, entries: number): Promise<void> {
  if (entries === 0) return;
  await tx.query(sql`
    insert into list_counts as l (tenant_id, list, slot, n) values (${tx.tenant.id}, ${list}, ${ERASURE_SLOT}, ${-entries})
    on conflict (tenant_id, list, slot) do update set n = l.n + excluded.n`);
}

/** The length of a list, as the statement that it stands in sees it. */
export const countOf = (list: CountedList, tenantId: string) => sql<Total>`
  select coalesce(sum(n), 0)::bigint as total from list_counts where tenant_id = ${tenantId} and list = ${literal(list)}`;

export interface Total {
  total: number;
}

/** A list whose length is known without walking it. */
export interface KnownList<Answer> {
  count: Sql<Total>;
  /** Finds the entries of a page, nearest first in this direction: `asc` or `desc`. `limit` says which, with `offset`. */
  entries(direction: Sql, limit: Sql): Sql<Answer>;
}

/**
 * A page and the total. The page is read from the nearer end of the list, so the first and the last one are equally fast
 * however long it is. From the end, its place is reckoned from the count that the same statement sees.
 */
export async function pageOfKnown<Answer>(
  tx: TenantTx,
  list: KnownList<Answer>,
  page: Page,
  order: 'asc' | 'desc',
): Promise<{ rows: Answer[]; total: number }> {
  const [counted] = await tx.query(list.count);
  const total = counted?.total ?? 0;
  const offset = offsetOf(page);
  if (offset >= total) return { rows: [], total };
  const fromEnd = offset > total / 2;
  const direction = (order === 'desc') === fromEnd ? sql`asc` : sql`desc`;
  const { size } = page;
  const fromStart = sql`limit ${size} offset ${offset}`;
  const backwards = sql`
    limit (select greatest(0, least(${size}, total - ${offset})) from counted)
    offset (select greatest(0, total - ${offset} - ${size}) from counted)`;
  const rows = await tx.query(
    fromEnd
      ? sql<Answer>`with counted as (${list.count}) ${list.entries(direction, backwards)}`
      : list.entries(direction, fromStart),
  );
  return { rows: fromEnd ? rows.reverse() : rows, total };
}
