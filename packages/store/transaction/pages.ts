import { type Sql, sql } from './sql.ts';
import type { TenantTx } from './tenant-tx.ts';

/** A page of a list, as partners ask for it: the first has number 1. */
export interface Page {
  number: number;
  size: number;
}

export interface Listed<T> {
  rows: T[];
  /** Matching entries on all pages. */
  total: number;
}

export function offsetOf(page: Page): number {
  return (page.number - 1) * page.size;
}

/** How many rows a statement that begins with `from` has. */
export async function count(tx: TenantTx, from: Sql): Promise<number> {
  const [counted] = await tx.query(sql<{ total: number }>`select count(*) as total ${from}`);
  return counted?.total ?? 0;
}

/** The total, counted only where the page itself does not tell it. */
export async function totalOf(page: Page, found: number, count: () => Promise<number>): Promise<number> {
  const isLast = found < page.size && (found > 0 || page.number === 1);
  return isLast ? offsetOf(page) + found : count();
}
