import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { StartError } from '../errors.ts';

/**
 * The key above all others: from `REIDENT_ROOT_KEY` (base64, 32 bytes), else from `<data>/keys/root.key`, which the
 * first start creates, readable by its owner only.
 *
 * @throws StartError when the key is malformed, or readable by others [DAT-7]
 */
export function loadRootKey(dataDir: string, env: NodeJS.ProcessEnv = process.env): Buffer {
  const given = env.REIDENT_ROOT_KEY;
  if (given !== undefined && given !== '') return decode(given, 'REIDENT_ROOT_KEY');
  const file = path.join(dataDir, 'keys', 'root.key');
  createOnce(file);
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new StartError(`The root key ${file} can be read by others; set its mode to 0400`);
  }
  return decode(readFileSync(file, 'utf8'), file);
}

function decode(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  if (key.length !== 32 || key.toString('base64') !== trimmed) {
    throw new StartError(`The root key in ${source} is not 32 bytes in base64`);
  }
  return key;
}

/** Whole or not at all, and never over an existing key: written aside, then linked into place. */
function createOnce(file: string): void {
  try {
    statSync(file);
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unusable(file, error);
  }
  const folder = path.dirname(file);
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const descriptor = openSync(aside, 'wx', 0o400);
    writeSync(descriptor, `${randomBytes(32).toString('base64')}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    linkSync(aside, file);
    syncFolder(folder);
    syncFolder(path.dirname(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(file, error);
  } finally {
    rmSync(aside, { force: true });
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function unusable(file: string, error: unknown): StartError {
  const { code } = error as NodeJS.ErrnoException;
  return new StartError(`The root key ${file} cannot be created or read (${code})`, { cause: error });
}

/** A key for one purpose, from which neither the root key nor the key for another purpose can be computed. */
export function deriveKey(rootKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey, Buffer.alloc(0), `reident ${purpose}`, 32));
}

/** Password of the program's database role: never stored, never typed. */
export function deriveAppPassword(rootKey: Buffer): string {
  return deriveKey(rootKey, 'database password').toString('base64url');
}
