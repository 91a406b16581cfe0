import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReleaseOptions, release, sectionOf, versions } from '../../tools/release.mjs';
import { committedTree, rememberTested } from '../../tools/tested-tree.mjs';

/** A small repository of the same shape: two workspaces, a lockfile, the client's version, a changelog. */
const TREE: Readonly<Record<string, string>> = {
  '.gitignore': 'dist/\n',
  'package.json': json({ name: 'reident', version: '0.1.0', workspaces: ['packages/*'] }),
  'package-lock.json': json({
    name: 'reident',
    version: '0.1.0',
    packages: {
      '': { name: 'reident', version: '0.1.0' },
      'node_modules/@reident/client': { resolved: 'packages/client', link: true },
      'node_modules/pg': { version: '8.0.0' },
      'packages/client': { name: '@reident/client', version: '0.1.0' },
      'packages/store': { version: '0.1.0', dependencies: { '@reident/client': '0.1.0', pg: '8.0.0' } },
    },
  }),
  'packages/client/package.json': json({ name: '@reident/client', version: '0.1.0' }),
  'packages/client/user-agent.ts': "export const CLIENT_VERSION = '0.1.0';\n",
  'packages/store/package.json': json({
    name: '@reident/store',
    version: '0.1.0',
    dependencies: { '@reident/client': '0.1.0', pg: '8.0.0' },
  }),
  'examples/package.json': json({ name: 'an-example', version: '7.0.0' }),
  'CHANGELOG.md':
    '# Changelog\n\n## Unreleased\n\n### Added\n\n- Doors.\n\n## 0.1.0 - 2026-11-02\n\n### Added\n\n- Walls.\n',
};

/** Made once and copied for each test: many calls of git are slower than many small files. */
let template: string;
let folder: string;
let root: string;

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Everything is committed, and all tests passed on it. */
function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message=Work');
  rememberTested(root, committedTree(root) as string);
}

function make(version: string, options: Partial<ReleaseOptions> = {}) {
  const engine = async () => '0.1.0+3f9c51d07be4';
  return release({ version, root, engine, today: new Date('2026-12-01T09:00:00Z'), log: () => undefined, ...options });
}

describe('a release', () => {
  beforeAll(() => {
    template = mkdtempSync(path.join(tmpdir(), 'reident-release-'));
    root = path.join(template, 'here');
    mkdirSync(root);
    git('init', '--quiet', '--template=', '--initial-branch=main');
    git('config', 'user.name', 'A maintainer');
    git('config', 'user.email', 'maintainer@example.com');
    git('init', '--quiet', '--template=', '--bare', '../forge');
    git('remote', 'add', 'origin', '../forge');
    for (const [file, text] of Object.entries(TREE)) write(file, text);
    commit();
    git('tag', '--annotate', '--message=Reident 0.1.0', 'v0.1.0');
  });
  afterAll(() => rmSync(template, { recursive: true, force: true }));

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'reident-release-'));
    cpSync(template, folder, { recursive: true });
    root = path.join(folder, 'here');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says one version everywhere, and leaves alone what is not ours', async () => {
    await make('0.2.0');
    expect(new Set(versions(root).values())).toEqual(new Set(['0.2.0']));
    const store = { version: '0.2.0', dependencies: { '@reident/client': '0.2.0', pg: '8.0.0' } };
    expect(JSON.parse(read('packages/store/package.json'))).toEqual({ name: '@reident/store', ...store });
    const lock = JSON.parse(read('package-lock.json'));
    expect(lock).toMatchObject({ version: '0.2.0', packages: { 'packages/store': store } });
    expect(lock.packages['node_modules/@reident/client']).toEqual({ resolved: 'packages/client', link: true });
    expect(lock.packages['node_modules/pg']).toEqual({ version: '8.0.0' });
    expect(read('examples/package.json')).toBe(TREE['examples/package.json']);
  });

  it('dates what was under Unreleased, and begins a new one', async () => {
    await make('0.2.0');
    expect(read('CHANGELOG.md')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-12-01\n\n### Added\n\n- Doors.\n\n## 0.1.0 - 2026-11-02\n\n### Added\n\n- Walls.\n',
    );
    expect(sectionOf(read('CHANGELOG.md'), 'Unreleased')).toBe('');
  });

  it('is one commit and one annotated tag, which names the engine and what changed', async () => {
    await make('0.2.0');
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
    expect(git('rev-list', '--count', 'v0.1.0..HEAD')).toBe('1');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag');
    expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('tag', '--list', '--format=%(contents)', 'v0.2.0')).toBe(
      'Reident 0.2.0\n\nEngine 0.2.0+3f9c51d07be4\n\n### Added\n\n- Doors.',
    );
  });

  it('is pushed by nobody', async () => {
    const said: string[] = [];
    await make('0.2.0', { log: (line) => said.push(line) });
    expect(git('ls-remote', 'origin')).toBe('');
    expect(said.at(-1)).toBe('Committed and tagged. To publish it: git push origin main v0.2.0');
  });

  it('can be rehearsed: the same is said, and nothing is done', async () => {
    const before = git('rev-parse', 'HEAD');
    const rehearsed = await make('0.2.0', { dryRun: true });
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([before, '', 'v0.1.0']);
    expect(await make('0.2.0')).toEqual(rehearsed);
  });

  it('may be the first one, of the version that the packages say already', async () => {
    git('tag', '--delete', 'v0.1.0');
    await make('0.1.0');
    expect(git('tag')).toBe('v0.1.0');
  });

  // biome-ignore format: a table
  it.each([
    // why not                                  what was done                                                            asked     said
    ['is no version',                           () => undefined,                                                         '0.2',    /"0\.2" is no version/],
    ['is no final version',                     () => undefined,                                                         '0.2.0-rc.1', /is no version/],
    ['is another branch',                       () => git('checkout', '--quiet', '-b', 'doors'),                         '0.2.0',  /made of main; this is doors/],
    ['has changes that are not committed',      () => write('README.md', 'Doors.\n'),                                    '0.2.0',  /not committed/],
    ['was changed after the tests',             () => { write('README.md', 'Doors.\n'); git('add', '-A'); git('commit', '-qm', 'Doors'); }, '0.2.0', /not tested/],
    ['was never tested',                        () => rmSync(path.join(root, 'dist'), { recursive: true }),              '0.2.0',  /not tested/],
    ['is released already',                     () => undefined,                                                         '0.1.0',  /0\.1\.0 is released already/],
    ['comes before what is released',           () => { git('tag', 'v0.10.0'); },                                        '0.9.0',  /0\.10\.0 is released already/],
    ['comes before what the packages say',      () => undefined,                                                         '0.0.9',  /The packages say 0\.1\.0/],
    ['has a package of another version',        () => { write('packages/store/package.json', json({ name: '@reident/store', version: '0.0.1' })); commit(); }, '0.2.0', /packages\/store\/package\.json says 0\.0\.1/],
    ['changes nothing that anybody would notice', () => { write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-11-02\n'); commit(); }, '0.2.0', /nothing under "## Unreleased"/],
  ])('is refused where it %s', async (_, act, version, said) => {
    act();
    const before = git('rev-parse', 'HEAD');
    await expect(make(version)).rejects.toThrow(said);
    expect(git('rev-parse', 'HEAD')).toBe(before);
    expect(git('tag', '--list', `v${version}`)).toBe(version === '0.1.0' ? 'v0.1.0' : '');
  });

  it('names everything that stands in the way at once', async () => {
    git('checkout', '--quiet', '-b', 'doors');
    write('README.md', 'Doors.\n');
    await expect(make('0.1.0')).rejects.toThrow(/made of main.*\n.*not committed.*\n.*released already/);
  });
});

describe('this tree', () => {
  const ROOT = path.join(import.meta.dirname, '../..');

  it('says one version everywhere', () => {
    const found = [...versions()];
    expect(found.length).toBeGreaterThan(20);
    expect(new Set(found.map(([, version]) => version)).size).toBe(1);
  });

  it('has package files as the release writes them', () => {
    const files = execFileSync('git', ['ls-files', '*package.json', 'package-lock.json'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    for (const file of files.trim().split('\n')) {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      expect(json(JSON.parse(text)), file).toBe(text);
    }
  });

  it('has a changelog by version, newest first, and by kind, in one order', () => {
    const [, ...sections] = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8').split(/^## /m);
    const [unreleased, ...released] = sections.map((section) => section.slice(0, section.indexOf('\n')));
    expect(unreleased).toBe('Unreleased');
    for (const heading of released) expect(heading).toMatch(/^\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2}$/);
    const days = released.map((heading) => heading.split(' - ')[1] as string);
    expect(days).toEqual([...days].sort().reverse());
    const order = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    for (const section of sections) {
      const kinds = [...section.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind as string);
      expect(kinds).toEqual(order.filter((kind) => kinds.includes(kind)));
    }
  });
});
