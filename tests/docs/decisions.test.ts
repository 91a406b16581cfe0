import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { decisionsIndex } from '../../tools/decisions-index.ts';

const folder = path.join(projectRoot(), 'docs/decisions');
const numbers = readdirSync(folder).flatMap((file) => /^(\d{4})-.*\.md$/.exec(file)?.[1] ?? []);

describe('the decisions', () => {
  it('stand in an index that says what they say today; if not, run npm run docs', () => {
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(decisionsIndex(folder));
  });

  it('have a number of their own each', () => {
    expect(numbers.length).toBeGreaterThan(40);
    expect([...new Set(numbers)]).toEqual(numbers);
  });

  it('exist where code, tables and pages cite them', () => {
    const cited = execFileSync('git', ['grep', '-hoiE', 'decisions?[ /](/)?0[0-9]{3}', '--', '.', ':!CHANGELOG.md'], {
      cwd: projectRoot(),
      encoding: 'utf8',
    });
    const missing = [...cited.matchAll(/0\d{3}/g)]
      .map(([number]) => number)
      .filter((number) => !numbers.includes(number));
    expect(missing).toEqual([]);
  });
});
