import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../packages/store/project-root.ts';
import { freePort } from '../fixtures/free-port.ts';
import { isRunning, postmasterPid, spawnServer, startProcess } from '../fixtures/process.ts';

const folders: string[] = [];
function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-start-'));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** On which a Reident has run and was stopped. To make a database takes three times as long as everything else of a start. */
async function usedDataFolder(): Promise<string> {
  if (!used) {
    used = mkdtempSync(path.join(tmpdir(), 'reident-start-'));
    const server = await startProcess({ dataDir: used, port: await freePort() });
    await server.stop();
  }
  const folder = dataFolder();
  cpSync(used, folder, { recursive: true });
  return folder;
}
let used: string | undefined;
afterAll(() => {
  if (used) rmSync(used, { recursive: true, force: true });
});

/** What the operator reads: the one line on stderr, without a stack. */
async function error(options: { dataDir: string; port: number; env?: Record<string, string> }) {
  const { exited, said } = spawnServer(options);
  const [code, text] = await Promise.all([exited, said]);
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => !/^Buil(ding|t)/.test(line));
  return { code, lines };
}

describe('starting', () => {
  it('brings up everything, prints where it is, and leaves no process behind when stopped', async () => {
    const dataDir = dataFolder();
    const server = await startProcess({ dataDir, port: await freePort() });
    const file = path.join(dataDir, 'sandbox-credentials.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual([
      'client_id',
      'client_secret',
      'token_url',
      'api_url',
      'company',
    ]);
    for (const page of ['/', '/docs', '/openapi.json', '/console', '/health/live', '/metrics', '/sandbox-bank']) {
      const response = await fetch(`${server.url}${page}`);
      expect({ page, status: response.status }).toEqual({ page, status: 200 });
    }
    const health = await (await fetch(`${server.url}/health/live`)).json();
    expect(health).toMatchObject({ status: 'live', engine: expect.stringMatching(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/) });
    const database = postmasterPid(dataDir);
    expect(database).not.toBeNull();
    while (!server.output().includes('Ctrl-C')) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.output()).toContain(`${server.url}/console/login?token=`);
    expect(await server.stop()).toBe(0);
    expect(isRunning(database as number)).toBe(false);
  });

  it('loads no package before something needs it', async () => {
    const tell = `process.on('exit', () => console.log('loaded:', Object.keys(process.getBuiltinModule('module')._cache).join()))`;
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(tell)}` };
    const packagesLoaded = async (ask: (url: string) => Promise<unknown>) => {
      const server = await startProcess({ dataDir: await usedDataFolder(), port: await freePort(), env });
      await ask(server.url);
      await server.stop();
      const [, files = ''] = /^loaded: (.*)$/m.exec(server.output()) ?? [];
      return new Set([...files.matchAll(/node_modules\/((?:@[^/,]+\/)?[^/,]+)/g)].map(([, name]) => name));
    };
    expect([...(await packagesLoaded(async () => undefined))]).toEqual([]);
    expect(await packagesLoaded((url) => fetch(`${url}/docs`))).toContain('@fastify/swagger-ui');
  });

  it('ends when npm is killed, although npm can tell it nothing then', async () => {
    const dataDir = await usedDataFolder();
    const port = await freePort();
    const env = { ...process.env, REIDENT_DATA_DIR: dataDir, REIDENT_PORT: String(port) };
    const npm = spawn('npm', ['start', '--', '--built'], { cwd: projectRoot(), env, stdio: 'ignore' });
    const isUp = () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(isUp, { interval: 100 }).toBe(true);
    const database = postmasterPid(dataDir) as number;
    npm.kill('SIGKILL');
    await expect.poll(() => isRunning(database), { interval: 100 }).toBe(false);
    expect(await isUp()).toBe(false);
  });

  it('refuses what no route knows in the envelope of the API, and repeats nothing of it', async () => {
    const server = await startProcess({ dataDir: await usedDataFolder(), port: await freePort() });
    const answers = [
      { path: '/v1/persons/%zz', method: 'GET', code: 'bad_request' },
      { path: '//v1/persons', method: 'GET', code: 'model_not_found' },
      { path: '/v1/persons', method: 'PROPFIND', code: 'model_not_found' },
      { path: '/openapi.json', method: 'POST', code: 'model_not_found' },
    ];
    for (const { path: address, method, code } of answers) {
      const response = await fetch(`${server.url}${address}`, { method });
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({ errors: [expect.objectContaining({ code, status: response.status })] });
      expect(text).not.toContain(address);
    }
    await server.stop();
  });

  it('after a kill -9 the next start adopts or replaces the orphaned database [REL-2]', async () => {
    const dataDir = await usedDataFolder();
    const port = await freePort();
    const first = await startProcess({ dataDir, port });
    await first.kill();
    const second = await startProcess({ dataDir, port });
    expect(await second.stop()).toBe(0);
  });

  it('a second Reident on the same data folder is refused in one line', async () => {
    const dataDir = await usedDataFolder();
    const first = await startProcess({ dataDir, port: await freePort() });
    const { code, lines } = await error({ dataDir, port: await freePort() });
    await first.stop();
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Reident cannot start: Another Reident is running/);
  });

  it('a taken port is one clear line and a non-zero exit', async () => {
    const port = await freePort();
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(port, '127.0.0.1', resolve));
    const { code, lines } = await error({ dataDir: dataFolder(), port });
    blocker.close();
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        `Reident cannot start: Port ${port} on 127.0.0.1 is taken by another program. Stop that program or set REIDENT_PORT.`,
      ],
    });
  });

  it('a data folder that cannot be written is one clear line and a non-zero exit', async () => {
    const blocked = path.join(dataFolder(), 'a-file');
    writeFileSync(blocked, '');
    chmodSync(blocked, 0o400);
    const { code, lines } = await error({ dataDir: path.join(blocked, 'data'), port: await freePort() });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('cannot be written');
    expect(existsSync(path.join(blocked, 'data'))).toBe(false);
  });

  it('a DATABASE_URL that does not answer is one clear line that does not repeat the password', async () => {
    const env = { DATABASE_URL: `postgres://someone:s3cret-word@127.0.0.1:${await freePort()}/db` };
    const { code, lines } = await error({ dataDir: dataFolder(), port: await freePort(), env });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('DATABASE_URL');
    expect(lines[0]).not.toContain('s3cret-word');
  });
});
