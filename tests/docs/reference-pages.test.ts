import { readdirSync, readFileSync } from 'node:fs';
import { REASON_CODES, RETRY_SCHEDULE, STATUS_CODES } from '@reident/domain';
import { describe, expect, it } from 'vitest';
import { referencePages } from '../../tools/reference/reference-pages.ts';

const folder = new URL('../../docs/reference/', import.meta.url);

describe('the reference pages', () => {
  it('say what the tables say today; if not, run npm run docs', () => {
    const pages = referencePages();
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
  });

  it('name every status, every reason and every attempt', () => {
    const pages = referencePages();
    for (const code of STATUS_CODES) expect(pages.get('statuses.md')).toContain(`\`${code}\``);
    for (const code of REASON_CODES) expect(pages.get('reasons.md')).toContain(`\`${code}\``);
    const attempts = pages.get('retry-schedule.md')!.match(/^\| \d+ \|/gm);
    expect(attempts).toHaveLength(RETRY_SCHEDULE.length);
  });

  it('lead to pages that exist', () => {
    for (const [name, text] of referencePages()) {
      for (const [, target] of text.matchAll(/\]\(([a-z-]+\.md)\)/g)) {
        expect(readdirSync(folder), `${name} → ${target}`).toContain(target);
      }
    }
  });
});
