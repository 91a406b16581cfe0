import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { SETTINGS } from './settings.ts';

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
    const nothing = Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, '']));
    const config = read({ ...nothing, REIDENT_DATA_DIR: dataDir });
    expect(config).toEqual(read({}));
    expect(config).toMatchObject({ role: 'all', logLevel: 'warn', databaseUrl: null, blobs: null });
  });

  // biome-ignore format: a table
  it.each([
    ['REIDENT_LOG_LEVEL',   'loud'],
    ['REIDENT_ROLE',        'both'],
    ['REIDENT_PORT',        '80a'],
    ['REIDENT_PUBLIC_URL',  'bank.test'],
    ['REIDENT_TRUST_PROXY', '10.0.0.1,proxy'],
    ['REIDENT_TRUST_PROXY', '10.0.0.0/33'],
    ['REIDENT_TRUST_PROXY', '10.1'],
    ['REIDENT_PORT',        '65536'],
    ['REIDENT_PORT',        '80.5'],
    ['REIDENT_PUBLIC_URL',  'https://bank.test/ident'],
    ['REIDENT_ROOT_KEY',    'c2hvcnQ='],
    ['REIDENT_SMS_URL',     'http://sms.test'],
    ['REIDENT_SMTP_URL',    'https://mail.test'],
    ['REIDENT_MAIL_FROM',   'nobody'],
    ['REIDENT_METRICS_TOKEN', 'too short'],
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

  it('for the SMS gateway needs its secret, or no message would be signed', () => {
    const url = 'https://sms.test/send';
    expect(() => read({ REIDENT_SMS_URL: url })).toThrow(/^REIDENT_SMS_SECRET must be at least 32 bytes/);
    const secret = Buffer.alloc(32).toString('base64');
    expect(read({ REIDENT_SMS_URL: url, REIDENT_SMS_SECRET: secret }).sms).toEqual({ url, secret });
  });

  it('for the mail server needs an address that mails come from, and the other way round', () => {
    const [url, from] = ['smtps://user:secret@mail.test', 'kyc@bank.test'];
    expect(() => read({ REIDENT_SMTP_URL: url })).toThrow(/REIDENT_MAIL_FROM belong together/);
    expect(() => read({ REIDENT_MAIL_FROM: from })).toThrow(/REIDENT_SMTP_URL and/);
    expect(read({ REIDENT_SMTP_URL: url, REIDENT_MAIL_FROM: from }).mail).toEqual({ url, from });
    expect(read({}).mail).toBeNull();
  });

  it('that names a file or folder says what is wrong with it', () => {
    const none = path.join(dataDir, 'none.json');
    expect(() => read({ REIDENT_FACE_CURVE: none })).toThrow(
      /^REIDENT_FACE_CURVE must name a curve .* it cannot be read\.$/,
    );
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    expect(() => readConfig({ REIDENT_DATA_DIR: file })).toThrow(
      /^REIDENT_DATA_DIR .* cannot be written \(EEXIST\)\.$/,
    );
  });
});
