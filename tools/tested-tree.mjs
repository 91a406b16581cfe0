/**
 * What `npm test` leaves behind when everything passed: the id of the tree that it tested. A release asks for it, so that
 * nothing is released that was only tested before the last change.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Id of the tree that is checked out; null where files differ from it, or where there is no repository at all. */
export function committedTree(root) {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return git('status', '--porcelain').trim() === '' ? git('rev-parse', 'HEAD^{tree}').trim() : null;
  } catch {
    return null;
  }
}

export function rememberTested(root, tree) {
  mkdirSync(path.dirname(fileIn(root)), { recursive: true });
  writeFileSync(fileIn(root), `${tree}\n`);
}

/** The last tree for which everything passed; null where none did. */
export function testedTree(root) {
  return existsSync(fileIn(root)) ? readFileSync(fileIn(root), 'utf8').trim() : null;
}

function fileIn(root) {
  return path.join(root, 'dist/tested-tree');
}
