import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { serveFile, serveFolder } from './static.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reident-static-'));
const folder = path.join(root, 'assets');
mkdirSync(path.join(folder, 'inner.js'), { recursive: true });
writeFileSync(path.join(root, 'secret.js'), 'secret');
writeFileSync(path.join(root, 'embed.js'), 'embed');
writeFileSync(path.join(folder, 'main-BxK9_q-1.js'), 'let a = 1;');
writeFileSync(path.join(folder, 'notes.txt'), 'notes');

const server = Fastify();
serveFolder(server, { url: '/files/', folder, headers: (file) => ({ 'x-file': file }) });
serveFile(server, { url: '/embed.js', file: path.join(root, 'embed.js'), headers: { 'cache-control': 'max-age=300' } });
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

describe('a file of the build', () => {
  it('is kept for a year, with its type and for this site only', async () => {
    const answer = await server.inject('/files/main-BxK9_q-1.js');
    expect(answer.body).toBe('let a = 1;');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      'x-file': 'main-BxK9_q-1.js',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('is compressed for whoever takes that', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    const answer = await server.inject({ url: '/files/main-BxK9_q-1.js', headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toBe('let a = 1;');
  });

  it.each([
    'none.js',
    'notes.txt',
    'inner.js',
    '..%2fsecret.js',
    '%2e%2e%2fsecret.js',
    '..',
    '.js',
    'main-BxK9_q-1.js%00.js',
    'toString',
  ])('%s is none', async (file) => {
    const answer = await server.inject(`/files/${file}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

it('a file of its own address says itself how long it is kept', async () => {
  const answer = await server.inject('/embed.js');
  expect([answer.body, answer.headers['cache-control']]).toEqual(['embed', 'max-age=300']);
});
