/** One page of a list. */
export interface Page<T> {
  /** Counted from 1. */
  number: number;
  items: T[];
  /** Entries on all pages; null where the server did not say. */
  total: number | null;
}

export interface ListOptions {
  /** Entries fetched at a time. */
  pageSize?: number;
  signal?: AbortSignal;
}

const DEFAULT_PAGE_SIZE = 100;

/** A list that fetches page after page while it is walked: `for await (const person of reident.persons.list())`. */
export class Pages<T> implements AsyncIterable<T> {
  readonly #size: number;
  readonly #fetch: (number: number, size: number) => Promise<{ items: T[]; headers: Headers }>;

  constructor(
    fetchPage: (number: number, size: number) => Promise<{ items: T[]; headers: Headers }>,
    { pageSize = DEFAULT_PAGE_SIZE }: ListOptions = {},
  ) {
    this.#size = pageSize;
    this.#fetch = fetchPage;
  }

  /** The page with this number alone; empty behind the end. */
  async page(number: number): Promise<Page<T>> {
    const { items, headers } = await this.#fetch(number, this.#size);
    return { number, items, total: totalIn(headers) };
  }

  async *pages(): AsyncGenerator<Page<T>> {
    for (let number = 1; ; number += 1) {
      const { items, headers } = await this.#fetch(number, this.#size);
      if (items.length > 0) yield { number, items, total: totalIn(headers) };
      if (items.length === 0 || !hasNext(headers, items.length === this.#size)) return;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for await (const { items } of this.pages()) yield* items;
  }

  /** All entries, at most `limit`. */
  async toArray(limit = Number.POSITIVE_INFINITY): Promise<T[]> {
    const entries: T[] = [];
    if (limit <= 0) return entries;
    for await (const entry of this) {
      entries.push(entry);
      if (entries.length >= limit) break;
    }
    return entries;
  }
}

function totalIn(headers: Headers): number | null {
  const text = headers.get('total');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** The `link` header decides; without one, a full page may have a successor. */
function hasNext(headers: Headers, isFull: boolean): boolean {
  const link = headers.get('link');
  return link === null ? isFull : /rel="?next"?/.test(link);
}
