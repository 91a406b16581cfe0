import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { banner } from '../../apps/server/banner.ts';
import { blocksOf } from '../fixtures/blocks.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

const run = promisify(execFile);
let reident: TestReident;

beforeAll(async () => {
  reident = await startTestReident();
});
afterAll(() => reident?.stop());

describe('what is printed and documented can be pasted', () => {
  it('the lines of the banner lead to a pending identification with a link', async () => {
    const text = banner({ ...reident.facts, startedInMs: 1 });
    const lines = text.split('\n').map((line) => line.trim());
    const script = lines.filter((line) => /^(TOKEN|PERSON|IDENT)=|^curl /.test(line)).join('\n');
    const { stdout } = await run('sh', ['-eu', '-c', script]);
    const [requested, asked] = stdout.replaceAll('}{', '}\n{').trim().split('\n');
    expect(JSON.parse(requested ?? '')).toMatchObject({
      status: 'pending',
      method: 'idnow_autoident',
      estimated_waiting_time: 60,
    });
    expect(JSON.parse(asked ?? '')).toMatchObject({ status: 'pending', documents: [] });
  });

  it('the lines of the guides lead from the token to the report, a confirmed change and the erasure', async () => {
    const pages = ['partner-api', 'changing-a-person', 'erasing-a-person'].map((name) => `guides/${name}.md`);
    const [start, ...blocks] = pages.flatMap(blocksOf).filter(({ language }) => language === 'sh');
    expect(start?.text).toBe('npm ci && npm start\n');
    const [setup = '', ask = '', ...rest] = blocks.map(({ text }) => text);
    // The platform plays the customer whom the guide sends to a browser.
    const played = ask.replace('X-MANUALTEST-', 'X-AUTOTEST-');
    const read = 'curl -s "$API/v1/persons/$PERSON/identifications/$IDENT" -H "$AUTH" | field status';
    const wait = `until [ "$(${read})" = successful ]; do sleep 0.2; done`;
    const folder = mkdtempSync(path.join(tmpdir(), 'reident-page-'));
    const env = { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir };
    const script = [setup, played, wait, ...rest].join('\n');
    const { stdout } = await run('sh', ['-eu', '-c', script], { cwd: folder, env, timeout: 240_000 });
    const [url, ...printed] = stdout.trim().split('\n');
    expect(url).toContain('/identifications/');
    const change = ['old@example.com', 'true', 'CONFIRMATION_REQUIRED', 'COMPLETED'];
    expect(printed).toEqual(['successful', ...change, 'erased']);
    expect(readFileSync(path.join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s names no npm command that does not exist', (file) => {
    const scripts = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8')).scripts as Record<
      string,
      string
    >;
    const text = readFileSync(path.join(projectRoot(), file), 'utf8');
    const named = [...text.matchAll(/npm (?:run )?([a-z]+)/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !['ci', 'install'].includes(name) && !(name in scripts))).toEqual([]);
  });

  it('every file and folder that a page names exists', async () => {
    const { pages, exists } = await tracked();
    const named = pages
      .filter((page) => page !== 'CHANGELOG.md')
      .flatMap((page) => {
        const text = readFileSync(path.join(projectRoot(), page), 'utf8').replace(LAYERS, '');
        return [...text.matchAll(NAMED_PATH)].map(([, name = '']) => [page, name.replace(/\/$/, '')] as const);
      });
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, name]) => !exists(name)).map((missing) => missing.join(': '))).toEqual([]);
  });

  it('every metric that the page on monitoring names is one that the server shows', async () => {
    const page = readFileSync(path.join(projectRoot(), 'docs/guides/monitoring.md'), 'utf8');
    const named = [...page.matchAll(/`(reident_[a-z_]+)`/g)].map(([, name = '']) => name);
    const shown = await (await fetch(`${reident.url}/metrics`)).text();
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !shown.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('every link between the pages leads somewhere', async () => {
    const { pages, exists } = await tracked();
    const broken: string[] = [];
    for (const page of pages) {
      const text = readFileSync(path.join(projectRoot(), page), 'utf8');
      for (const [, target = '', heading] of text.matchAll(/\]\(([^)#\s]*)(?:#([^)]*))?\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const linked = target === '' ? page : path.posix.join(path.posix.dirname(page), target).replace(/\/$/, '');
        if (!exists(linked)) broken.push(`${page} → ${target}`);
        else if (heading !== undefined && !anchorsOf(linked).includes(heading))
          broken.push(`${page} → ${target}#${heading}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

/** The table of layers has a test of its own. */
const LAYERS = /<!-- table: layers -->[\s\S]*?<!-- end -->/;
const NAMED_PATH = /`((?:packages|apps|tests|benchmarks|tools|samples|spec|examples)\/[^`\s*{]*)`/g;

/** The anchors that a forge gives to the headings of a page. */
function anchorsOf(page: string): string[] {
  const text = readFileSync(path.join(projectRoot(), page), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What is in git, folders too. */
async function tracked(): Promise<{ pages: string[]; exists: (named: string) => boolean }> {
  const { stdout } = await run('git', ['ls-files'], { cwd: projectRoot(), maxBuffer: 16 * 1024 * 1024 });
  const files = stdout.trim().split('\n');
  const known = new Set(files);
  for (const file of files)
    for (let folder = path.posix.dirname(file); folder !== '.'; folder = path.posix.dirname(folder)) known.add(folder);
  return { pages: files.filter((file) => file.endsWith('.md')), exists: (named) => known.has(named) };
}
