import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEngineHost } from '@reident/engine';
import { drawSample, SAMPLES } from '@reident/samples';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { isRunning, postmasterPid, startProcess } from '../fixtures/process.ts';
import { copyForProduction, type TreeCopy } from '../fixtures/tree-copy.ts';

let tree: TreeCopy;
let dataDir: string;

beforeAll(() => {
  tree = copyForProduction();
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-production-'));
});
afterAll(() => {
  tree?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

it('an install without development packages starts and serves its pages', async () => {
  for (const name of ['vite', 'esbuild', 'vitest', 'tsx', 'typescript'])
    expect(existsSync(path.join(tree.folder, 'node_modules', name)), name).toBe(false);

  const server = await startProcess({ dataDir, port: await freePort(), root: tree.folder, timeoutMs: 300_000 });
  const database = postmasterPid(dataDir) as number;
  for (const page of ['/health/ready', '/docs', '/openapi.json', '/console', '/sandbox-bank', '/embed.js'])
    expect((await fetch(server.url + page)).status, page).toBe(200);
  expect(await server.stop(), server.output()).toBe(0);
  expect(isRunning(database)).toBe(false);
});

it('and its engine reads a document and finds the face on it', async () => {
  const host = startEngineHost({
    entry: path.join(tree.folder, 'dist/engine-host.mjs'),
    assetsDir: path.join(tree.folder, 'packages/engine'),
    timeoutSeconds: 300,
    decodeSeconds: 120,
    log: { info() {}, warn() {}, error() {} },
  });
  try {
    const { jpeg } = await drawSample(SAMPLES.passport);
    const reading = await host.read({ step: 'document_data_page', bytes: jpeg, contentType: 'image/jpeg' });
    expect(reading.mrz?.lines).toHaveLength(2);
    expect(reading.faces).toHaveLength(1);
  } finally {
    await host.stop();
  }
});
