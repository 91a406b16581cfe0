import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartError } from '../errors.ts';

/** Longest path of a Unix socket on Linux; macOS allows three bytes less. */
const LONGEST = process.platform === 'darwin' ? 103 : 107;
const SOCKET = '.s.PGSQL.5432';

/**
 * A folder for the socket that only its owner can enter, in a short place, with a name that follows from the data
 * directory. Whoever can enter the folder is the database's superuser, so somebody else's folder is refused.
 */
export function prepareSocketFolder(dataDir: string, owner: number): string {
  const name = `reident-${owner}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const base = [tmpdir(), '/tmp'].find((folder) => path.join(folder, name, SOCKET).length <= LONGEST) ?? '/tmp';
  const folder = path.join(base, name);
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (owner !== process.getuid?.()) chownSync(folder, owner, owner);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST')
      throw new StartError(`The folder ${folder} for the database's socket cannot be made (${code})`, { cause: error });
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new StartError(`The folder ${folder} belongs to somebody else or is open to others; remove it`);
  }
  return folder;
}
