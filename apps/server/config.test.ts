import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'reident-config-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const read = (env: Record<string, string>) => readConfig({ REIDENT_DATA_DIR: dataDir, ...env });

describe('a setting', () => {
  it('has the documented default', () => {
    expect(read({})).toMatchObject({
      publicUrl: 'http://127.0.0.1:8080',
      role: 'all',
      logLevel: 'warn',
      databaseUrl: null,
      blobs: null,
      trustProxy: [],
      loopbackOnly: true,
    });
  });

  it('that is empty is like one that is not set', () => {
    expect(read({ REIDENT_ROLE: '', REIDENT_LOG_LEVEL: '', DATABASE_URL: '' })).toMatchObject({
      role: 'all',
      logLevel: 'warn',
      databaseUrl: null,
    });
  });

  // biome-ignore format: a table
  it.each([
    ['REIDENT_LOG_LEVEL',   'loud'],
    ['REIDENT_ROLE',        'both'],
    ['REIDENT_PORT',        '80a'],
    ['REIDENT_PUBLIC_URL',  'bank.test'],
    ['REIDENT_TRUST_PROXY', '10.0.0.1,proxy'],
    ['REIDENT_TRUST_PROXY', '10.0.0.0/33'],
    ['DATABASE_URL',        'mysql://127.0.0.1/x'],
    ['DATABASE_URL',        'postgres://user:pass%zz@@@:x/x'],
  ])('%s that cannot be (%s) is one line that names it and does not repeat it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(
      expect.objectContaining({ name: 'StartError', message: expect.stringMatching(`^${name} .*\\.$`) }),
    );
    expect(() => read({ [name]: value })).not.toThrow(value);
  });

  it('may name a database by its socket, and proxies by address or range', () => {
    const trusted = '10.0.0.7, 10.0.0.0/24,::1,fd00::/8';
    const config = read({ DATABASE_URL: 'postgres:///reident?host=/run/postgresql', REIDENT_TRUST_PROXY: trusted });
    expect(config.databaseUrl).toBe('postgres:///reident?host=/run/postgresql');
    expect(config.trustProxy).toEqual(['10.0.0.7', '10.0.0.0/24', '::1', 'fd00::/8']);
  });
});
