import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.github/workflows');
const WORKFLOWS = readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')] as const);

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

/** All that a pattern finds, its first group. */
function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group]) => group as string);
}

describe.each(WORKFLOWS)('%s', (_, text) => {
  it('calls no npm script that does not exist', () => {
    const called = found(text, /\bnpm (?:run (?:--silent )?)?([a-z][\w:-]*)/g);
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => !['ci', 'pack'].includes(name) && !(name in manifest.scripts))).toEqual([]);
  });

  it('names a version of every action that it uses', () => {
    const used = found(text, /^\s*(?:- )?uses: (.+)$/gm);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w.-]+\/[\w./-]+@(v\d+|[0-9a-f]{40})\b/);
  });

  it('may read the repository and no more, unless one job says otherwise', () => {
    expect(found(text, /^permissions:\n {2}(.+)$/gm)).toEqual(['contents: read']);
    expect(text).not.toMatch(/write-all|pull_request_target/);
  });

  it('leaves no token behind for what the tests run', () => {
    const checkouts = found(text, /uses: (actions\/checkout)@/g).length;
    expect(found(text, /persist-credentials: (false)/g)).toHaveLength(checkouts);
  });
});

describe('the matrix', () => {
  const ci = readFileSync(path.join(FOLDER, 'ci.yml'), 'utf8');
  const listed = (name: string) =>
    found(ci, new RegExp(`^ +${name}: \\[(.+)\\]$`, 'gm')).flatMap((list) => list.split(', '));

  it('begins with the oldest Node that is supported, which is also the one to develop with', () => {
    const [oldest] = found(manifest.engines.node, /^>=(\d+)\./g);
    expect(listed('node')[0]).toBe(oldest);
    expect(readFileSync(path.join(ROOT, '.nvmrc'), 'utf8').trim()).toBe(oldest);
  });

  it('has every PostgreSQL from the oldest that the program accepts on', () => {
    const sources = readdirSync(path.join(ROOT, 'packages/store'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(ROOT, 'packages/store', name), 'utf8'));
    const [oldest] = found(sources.join('\n'), /StartError\('PostgreSQL (\d+) or newer is needed'\)/g);
    const versions = listed('postgres').map(Number);
    expect(versions[0]).toBe(Number(oldest));
    expect(versions).toEqual(versions.map((_, n) => Number(oldest) + n));
  });

  it('tells the tests of its server by the variable that they read', () => {
    const [variable] = found(ci, /^ +(REIDENT_\w+): postgres:/gm);
    expect(readFileSync(path.join(ROOT, 'tests/fixtures/global-setup.ts'), 'utf8')).toContain(
      `process.env.${variable}`,
    );
  });
});

describe('what contributors meet on the forge', () => {
  it.each(['bug.yml', 'feature.yml', 'wrong-reading.yml'])('the form %s names files that exist', (name) => {
    const text = readFileSync(path.join(ROOT, '.github/ISSUE_TEMPLATE', name), 'utf8');
    for (const file of found(text, /`((?:docs|packages|samples)\/[\w./-]+)`/g))
      expect(existsSync(path.join(ROOT, file)), file).toBe(true);
  });

  it('asks of every form for no document of a real person', () => {
    for (const name of ['bug.yml', 'wrong-reading.yml'])
      expect(readFileSync(path.join(ROOT, '.github/ISSUE_TEMPLATE', name), 'utf8')).toMatch(
        /never attach[^.]*real (document|person)/i,
      );
  });
});
