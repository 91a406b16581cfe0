import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartError } from '../errors.ts';
import { deriveAppPassword, deriveKey, loadRootKey } from './root-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reident-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'keys', 'root.key');

describe('the root key', () => {
  it('is made at the first start, readable by its owner only, and the same ever after', () => {
    const key = loadRootKey(folder, {});
    expect(key).toHaveLength(32);
    expect(statSync(file()).mode & 0o777).toBe(0o400);
    expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
    expect(loadRootKey(folder, {}).equals(key)).toBe(true);
    expect(readdirSync(path.dirname(file()))).toEqual(['root.key']);
  });

  it('can come from the environment instead, and then no file is made', () => {
    const key = randomBytes(32);
    expect(loadRootKey(folder, { REIDENT_ROOT_KEY: key.toString('base64') }).equals(key)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['not base64', 'x'.repeat(44)],
    ['hex', randomBytes(32).toString('hex')],
  ])('that is %s is refused without repeating it [DAT-7]', (_, text) => {
    const load = () => loadRootKey(folder, { REIDENT_ROOT_KEY: text });
    expect(load).toThrow(StartError);
    expect(load).not.toThrow(text);
  });

  it('that others can read is refused [DAT-7]', () => {
    loadRootKey(folder, {});
    chmodSync(file(), 0o440);
    expect(() => loadRootKey(folder, {})).toThrow(/can be read by others/);
  });

  it('that was written only in part is refused, not replaced', () => {
    mkdirSync(path.dirname(file()), { recursive: true });
    writeFileSync(file(), 'AAAA', { mode: 0o400 });
    expect(() => loadRootKey(folder, {})).toThrow(/not 32 bytes/);
  });

  it('says in one line that it cannot be made', () => {
    writeFileSync(path.join(folder, 'keys'), 'a file in the way');
    expect(() => loadRootKey(folder, {})).toThrow(/^The root key .* cannot be created or read \(E[A-Z]+\)$/);
  });

  it('gives a different key for each purpose', () => {
    const key = randomBytes(32);
    const derived = [deriveKey(key, 'a'), deriveKey(key, 'b'), key].map((each) => each.toString('hex'));
    expect(new Set(derived).size).toBe(3);
    expect(deriveAppPassword(key)).toBe(deriveAppPassword(key));
    expect(deriveAppPassword(key)).not.toBe(deriveAppPassword(randomBytes(32)));
  });
});
