import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** `nobody` on every Linux. */
const NOBODY = 65_534;

/** How to run PostgreSQL, which refuses to run as root. */
export interface Runner {
  /** Program and arguments to spawn. */
  command(program: string, args: string[]): [program: string, args: string[]];
  spawnOptions: { uid?: number; gid?: number };
  /** Who owns what PostgreSQL writes, seen from outside. */
  uid: number;
  /** Gives a folder and what is in it to that user. */
  own(folder: string): void;
  /** Lets that user pass through a folder of ours, without seeing what is in it. */
  letThrough(folder: string): void;
}

/**
 * As an ordinary user: as that user. As root: in a user namespace, where root looks like nobody, files stay root's, and
 * a home folder with mode 0700 is no obstacle; where namespaces are forbidden, as nobody, with the files given to it.
 */
export function findRunner(): Runner {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return asItIs(uid);
  return canUnshare() ? inNamespace() : asNobody();
}

const UNSHARE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

function canUnshare(): boolean {
  return spawnSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' }).status === 0;
}

function asItIs(uid: number): Runner {
  return {
    command: (program, args) => [program, args],
    spawnOptions: {},
    uid,
    own: () => undefined,
    letThrough: () => undefined,
  };
}

function inNamespace(): Runner {
  return { ...asItIs(0), command: (program, args) => ['unshare', [...UNSHARE, program, ...args]] };
}

function asNobody(): Runner {
  return { ...asItIs(NOBODY), spawnOptions: { uid: NOBODY, gid: NOBODY }, own: giveToNobody, letThrough };
}

function letThrough(folder: string): void {
  chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
}

function giveToNobody(folder: string): void {
  if (lstatSync(folder).uid === NOBODY) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    chownSync(path.join(entry.parentPath, entry.name), NOBODY, NOBODY);
  }
  chownSync(folder, NOBODY, NOBODY);
}
