import { offsetOf, type Page } from '../transaction/pages.ts';
import type { TenantTx } from '../transaction/tenant-tx.ts';

/** Lists over a whole tenant whose length is kept. */
export type CountedList = 'identifications' | 'persons';

/** How many connections can add to one list without waiting for each other. */
export const COUNT_SLOTS = 32;

/** Erasures take their part off in a slot of their own, so that who erases waits for nobody who creates. */
const ERASURE_SLOT = COUNT_SLOTS;

/** The slot of the connection that asks, in SQL. */
export const OWN_SLOT = `pg_backend_pid() % ${COUNT_SLOTS}`;

/** Part of the statement that creates an entry: counts it for each row of `from`. `$1` is the tenant. */
export function countUp(list: CountedList, from: string): string {
  return `
    insert into list_counts as l (tenant_id, list, slot, n) select $1, '${list}', ${OWN_SLOT}, 1 from ${from}
    on conflict (tenant_id, list, slot) do update set n = l.n + 1`;
}

/** So many entries have left the list, in the caller's transaction. */
export async function countDown(tx: TenantTx, list: CountedList, entries: number): Promise<void> {
  if (entries === 0) return;
  await tx.run(
    'count-down',
    `insert into list_counts as l (tenant_id, list, slot, n) values ($1, $2, $3, -$4::bigint)
     on conflict (tenant_id, list, slot) do update set n = l.n + excluded.n`,
    [tx.tenant.id, list, ERASURE_SLOT, entries],
  );
}

/** The length of a list of tenant `$1`, as the statement that it stands in sees it. */
export const countOf = (list: CountedList) =>
  `select coalesce(sum(n), 0)::bigint as total from list_counts where tenant_id = $1 and list = '${list}'`;

/** A list whose length is known without walking it. */
export interface KnownList {
  /** Names the prepared statements. */
  name: string;
  /** Answers one row with `total`. */
  count: string;
  /** Finds the entries of a page, nearest first in this direction, and ends with `limit` and `offset`, which follow. */
  entries(direction: 'asc' | 'desc', limit: string): string;
  /** Values of `$1`… in both; the size and the offset of the page come after them. */
  values: readonly unknown[];
}

/**
 * A page and the total. The page is read from the nearer end of the list, so the first and the last one are equally fast
 * however long it is. From the end, its place is reckoned from the count that the same statement sees.
 */
export async function pageOfKnown<Row extends object>(
  tx: TenantTx,
  list: KnownList,
  page: Page,
  order: 'asc' | 'desc',
): Promise<{ rows: Row[]; total: number }> {
  const [counted] = await tx.run<{ total: number }>(`count-${list.name}`, list.count, [...list.values]);
  const total = counted?.total ?? 0;
  const offset = offsetOf(page);
  if (offset >= total) return { rows: [], total };
  const fromEnd = offset > total / 2;
  const direction = (order === 'desc') === fromEnd ? 'asc' : 'desc';
  const [size, skip] = [`$${list.values.length + 1}`, `$${list.values.length + 2}`];
  const text = fromEnd
    ? `with counted as (${list.count}) ${list.entries(
        direction,
        `limit (select greatest(0, least(${size}, total - ${skip})) from counted)
         offset (select greatest(0, total - ${skip} - ${size}) from counted)`,
      )}`
    : list.entries(direction, `limit ${size} offset ${skip}`);
  const name = `list-${list.name}-${direction}-${fromEnd ? 'end' : 'start'}`;
  const rows = await tx.run<Row>(name, text, [...list.values, page.size, offset]);
  return { rows: fromEnd ? rows.reverse() : rows, total };
}
