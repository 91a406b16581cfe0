/** `npm run dev` in a copy of the sources: what is changed there is served a moment later, and Ctrl-C leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { isRunning, postmasterPid } from '../fixtures/process.ts';
import { copyTree, type TreeCopy } from '../fixtures/tree-copy.ts';

let tree: TreeCopy;
let dataDir: string;
let url: string;
let dev: ChildProcess;
let output = '';

beforeAll(async () => {
  tree = copyTree();
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-dev-'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  // A process group of its own, as a terminal gives it: Ctrl-C reaches all of it.
  dev = spawn('npm', ['run', 'dev'], {
    cwd: tree.folder,
    env: { ...process.env, REIDENT_DATA_DIR: dataDir, REIDENT_PORT: String(port), NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [dev.stdout, dev.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  await vi.waitFor(async () => expect(await isUp(), output).toBe(true), { timeout: 300_000, interval: 100 });
});

afterAll(async () => {
  if (dev?.exitCode === null && dev.signalCode === null) process.kill(-(dev.pid as number), 'SIGKILL');
  tree?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const isUp = () =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
const textOf = async (address: string) => (await fetch(url + address, { headers: { accept: 'text/html' } })).text();
const soon = { timeout: 300_000, interval: 100 };

/** The console's page and its script. */
async function consolePage(): Promise<{ page: string; script: string }> {
  const page = await textOf('/console');
  const [, script = ''] = /src="(\/assets\/console\/[^"]+\.js)"/.exec(page) ?? [];
  return { page, script: await textOf(script) };
}

function change(file: string, from: string, to: string): void {
  const place = path.join(tree.folder, file);
  const text = readFileSync(place, 'utf8');
  expect(text).toContain(from);
  writeFileSync(place, text.replace(from, to));
}

describe('npm run dev', () => {
  it('serves what the server says after a change, on the same PostgreSQL, and tells open pages', async () => {
    const database = postmasterPid(dataDir);
    const events = await fetch(`${url}/dev/events`);
    const told = (async () => {
      for await (const chunk of events.body as ReadableStream<Uint8Array>)
        if (Buffer.from(chunk).includes('event: reload')) return true;
      return false;
    })();
    change('apps/server/home.ts', '<title>Reident</title>', '<title>Changed while it runs</title>');
    await expect.poll(() => textOf('/'), soon).toContain('Changed while it runs');
    expect(await told).toBe(true);
    await expect.poll(() => output, soon).toMatch(/server and programs: built in \d/);
    await expect.poll(() => output, soon).toMatch(/restarted in \d/);
    expect(postmasterPid(dataDir)).toBe(database);
    expect(isRunning(database as number)).toBe(true);
  });

  it('serves a page after a change, and the page loads itself again when told', async () => {
    const { page } = await consolePage();
    expect(page).toMatch(/<script nonce="[^"]+" src="\/dev\/reload\.js"><\/script>/);
    expect(await textOf('/dev/reload.js')).toContain('location.reload()');
    const main = path.join(tree.folder, 'apps/console/page/main.tsx');
    writeFileSync(main, `${readFileSync(main, 'utf8')}\ndocument.title = 'Changed while it is looked at';\n`);
    await expect.poll(async () => (await consolePage()).script, soon).toContain('Changed while it is looked at');
    expect(output).toMatch(/console: built in \d/);
  });

  it('goes on with what was there when something does not build, and with the next change when it does', async () => {
    change('apps/server/home.ts', '<title>Changed while it runs', '<title>${');
    await expect.poll(() => output, soon).toContain('server and programs: does not build');
    expect(await textOf('/')).toContain('Changed while it runs');
    change('apps/server/home.ts', '<title>${', '<title>Mended');
    await expect.poll(() => textOf('/'), soon).toContain('<title>Mended');
  });

  it('ends at Ctrl-C with everything that it started', async () => {
    const database = postmasterPid(dataDir) as number;
    const ended = new Promise<number | null>((resolve) => dev.once('exit', resolve));
    process.kill(-(dev.pid as number), 'SIGINT');
    await ended;
    await expect.poll(() => isRunning(database), soon).toBe(false);
    expect(await isUp()).toBe(false);
    expect(processesIn(tree.folder)).toEqual([]);
    expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});

/** What still runs with a working folder in the copy, by /proc. */
function processesIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && isRunning(Number(pid));
    } catch {
      return false;
    }
  });
}
