import { describe, expect, it } from 'vitest';
import { pagingHeaders } from './paging.ts';

const url = new URL('https://api.example/v1/persons?page[number]=2&page[size]=10&sort=-created_at');

describe('the headers of a page', () => {
  it('say how many entries there are, and the page size under both of its names', () => {
    expect(pagingHeaders(url, { number: 2, size: 10 }, 35)).toMatchObject({
      total: '35',
      'per-page': '10',
      per_page: '10',
    });
  });

  it('link to the first, previous, next and last page, keeping the other parameters', () => {
    const { link } = pagingHeaders(url, { number: 2, size: 10 }, 35);
    const targets = [...(link ?? '').matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, href, rel]) => {
      const { searchParams } = new URL(href ?? '');
      return [rel, searchParams.get('page[number]'), searchParams.get('sort')];
    });
    expect(targets).toEqual([
      ['first', '1', '-created_at'],
      ['prev', '1', '-created_at'],
      ['next', '3', '-created_at'],
      ['last', '4', '-created_at'],
    ]);
  });

  it('lead back into the list from a page behind its end', () => {
    const { link } = pagingHeaders(url, { number: 99, size: 10 }, 35);
    expect(link).toContain('page%5Bnumber%5D=4&page%5Bsize%5D=10&sort=-created_at>; rel="prev"');
    expect(link).not.toContain('rel="next"');
  });

  it('of an empty list name one page', () => {
    const { link } = pagingHeaders(url, { number: 1, size: 10 }, 0);
    expect(link).not.toContain('rel="next"');
    expect(link).not.toContain('rel="prev"');
  });
});
