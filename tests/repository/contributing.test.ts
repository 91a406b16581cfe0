import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const PAGE = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');

describe('CONTRIBUTING.md', () => {
  it('names every long run of the tests, with how long it is otherwise', () => {
    const tests = execFileSync('git', ['ls-files', '*.test.ts'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    const read = tests.flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/Number\(process\.env\.(\w+) \?\? ([\d_]+)\)/g)].map(
        ([, name, usual]) => `${name} ${Number(usual?.replaceAll('_', ''))}`,
      ),
    );
    const named = [...PAGE.matchAll(/^\| `(REIDENT_\w+)` \| ([\d,]+) \|/gm)].map(
      ([, name, usual]) => `${name} ${Number(usual?.replaceAll(',', ''))}`,
    );
    expect(named.length).toBeGreaterThan(4);
    expect(named.sort()).toEqual([...new Set(read)].sort());
  });

  it('says in ten lines at most how to add something', () => {
    const recipes = PAGE.split(/^### … /m).slice(1);
    expect(recipes.map((recipe) => recipe.split('\n', 1)[0])).toEqual([
      'a check',
      'a reason',
      'an operation of the partner API',
      'a setting',
      'a language',
      'a provider',
    ]);
    for (const recipe of recipes) {
      const [title, ...lines] = recipe.split(/^## /m)[0]!.trim().split('\n');
      expect(lines.filter((line) => line !== '').length, title).toBeLessThanOrEqual(10);
    }
  });
});
