/** The recipes, each page run as a reader runs it: its shell lines as one script, its TypeScript as one program. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '@reident/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf, programOf } from '../fixtures/blocks.ts';
import { freePort } from '../fixtures/free-port.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';

const run = promisify(execFile);
const bin = (name: string) => path.join(projectRoot(), 'node_modules/.bin', name);
const SETUP = blocksOf('guides/cookbook/README.md');
const PAGES = readdirSync(path.join(projectRoot(), 'docs/guides/cookbook')).filter((name) => name !== 'README.md');

let reident: TestReident;
let programs: string;

beforeAll(async () => {
  reident = await startTestReident();
  // Below the project, so that `@reident/client` is found.
  const cache = path.join(projectRoot(), 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  programs = mkdtempSync(path.join(cache, 'reident-cookbook-'));
  for (const page of PAGES)
    writeFileSync(
      programFile(page),
      `${programOf([...SETUP, ...blocksOf(`guides/cookbook/${page}`)], 'ts')}\nexport {};\n`,
    );
});
afterAll(async () => {
  rmSync(programs, { recursive: true, force: true });
  await reident?.stop();
});

const programFile = (page: string) => path.join(programs, page.replace(/\.md$/, '.mts'));

/** What the page says that its programs print: `…` stands for what differs from run to run. */
function printed(page: string): RegExp {
  const lines = programOf(blocksOf(`guides/cookbook/${page}`), 'text')
    .trim()
    .split(/\n+/);
  const patterns = lines.map((line) => line.split('…').map(literally).join('\\S+'));
  return new RegExp(`^${patterns.join('\\n')}\\n$`);
}

/** Runs a program in an empty folder of its own, with the files beside it that the page says to save. */
async function output(page: string, command: string, args: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-recipe-'));
  for (const { name, text } of blocksOf(`guides/cookbook/${page}`))
    if (name !== '') writeFileSync(path.join(folder, name), text);
  const env = { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir, PORT: String(await freePort()) };
  try {
    return (await run(command, args, { cwd: folder, env, timeout: 240_000 })).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the cookbook', () => {
  it('shows every task as curl, as TypeScript and with what they print', () => {
    for (const page of PAGES) {
      const kinds = blocksOf(`guides/cookbook/${page}`).map(({ language }) => language);
      const tasks = kinds.filter((kind) => kind !== 'js');
      expect(tasks.length, page).toBeGreaterThan(0);
      expect(tasks, page).toEqual(Array.from({ length: tasks.length / 3 }, () => ['sh', 'ts', 'text']).flat());
    }
  });

  it.each(PAGES)('%s: the curl lines print what the page says', async (page) => {
    const script = programOf([...SETUP, ...blocksOf(`guides/cookbook/${page}`)], 'sh');
    expect(await output(page, 'sh', ['-eu', '-c', script])).toMatch(printed(page));
  });

  it.each(PAGES)('%s: the TypeScript prints the same', async (page) => {
    expect(await output(page, bin('tsx'), [programFile(page)])).toMatch(printed(page));
  });

  it('uses the client with the right types', async () => {
    const options =
      '--ignoreConfig --noEmit --strict --skipLibCheck --allowImportingTsExtensions --target ES2023 --lib ES2023,DOM,DOM.Iterable --module ESNext --moduleResolution bundler --types node';
    const checked = await run(bin('tsc'), [...options.split(' '), ...PAGES.map(programFile)], {
      cwd: projectRoot(),
    }).catch((error: { stdout: string }) => error);
    expect(checked.stdout).toBe('');
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
