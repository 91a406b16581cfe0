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

/** The total, counted only where the page itself does not tell it. */
export async function totalOf(page: Page, found: number, count: () => Promise<number>): Promise<number> {
  const isLast = found < page.size && (found > 0 || page.number === 1);
  return isLast ? offsetOf(page) + found : count();
}
