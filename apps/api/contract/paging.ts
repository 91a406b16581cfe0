import { Answer } from '@reident/http';
import { z } from 'zod';
import { integerText } from './schemas.ts';

/** Which part of a list is asked for; pages count from 1. */
export interface Page {
  number: number;
  size: number;
}

/** One page of a list, with how much there is in all. */
export class PageAnswer<Row = unknown> extends Answer<readonly Row[]> {
  readonly page: { asked: Page; total: number };

  constructor(rows: readonly Row[], page: { asked: Page; total: number }) {
    super(rows);
    this.page = page;
  }
}

export const DEFAULT_PAGE_SIZE = 10;
export const MAX_PAGE_SIZE = 1000;

/** Query parameters of every list. */
export const PAGING = {
  'page[number]': integerText(1, 1_000_000_000).optional().describe('Page, counted from 1. Default 1.'),
  'page[size]': integerText(1, MAX_PAGE_SIZE)
    .optional()
    .describe(`Entries per page, at most ${MAX_PAGE_SIZE}. Default ${DEFAULT_PAGE_SIZE}.`),
};

export function pageOf(query: { 'page[number]'?: number; 'page[size]'?: number }): Page {
  return { number: query['page[number]'] ?? 1, size: query['page[size]'] ?? DEFAULT_PAGE_SIZE };
}

/** Query parameter `sort` over the given fields; `-field` turns the order round. */
export function sortBy<const F extends string>(...fields: [F, ...F[]]) {
  const orders = fields.flatMap((field): (F | `-${F}`)[] => [field, `-${field}`]);
  return z.enum(orders as [F | `-${F}`, ...(F | `-${F}`)[]]).optional();
}

/** The direction that `sort` asks for; ascending where it says nothing. */
export function orderOf(sort: string | undefined): 'asc' | 'desc' {
  return sort?.startsWith('-') ? 'desc' : 'asc';
}

/**
 * Headers of a page. The published pages disagree about the name of the page-size header, so both are sent.
 *
 * @param url  absolute address of the request, whose other parameters the links keep
 */
export function pagingHeaders(url: URL, page: Page, total: number): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / page.size));
  const targets = {
    first: 1,
    ...(page.number > 1 && { prev: Math.min(page.number - 1, last) }),
    ...(page.number < last && { next: page.number + 1 }),
    last,
  };
  const links = Object.entries(targets).map(([rel, number]) => `<${linkTo(url, number, page.size)}>; rel="${rel}"`);
  const size = String(page.size);
  return { total: String(total), 'per-page': size, per_page: size, link: links.join(', ') };
}

function linkTo(url: URL, number: number, size: number): string {
  const target = new URL(url);
  target.searchParams.set('page[number]', String(number));
  target.searchParams.set('page[size]', String(size));
  return target.href;
}
