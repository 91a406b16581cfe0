/**
 * `npm run size`: how large this is on a disk: `node_modules` for developing and for production, the largest packages of both,
 * and a fresh clone. `--json` prints the figures for programs.
 *
 * What production leaves out is read from the lockfile, so nothing is installed for it and nothing asked of a registry.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './build.mjs';
import { bytesOf, installedPackages } from './installed-packages.mjs';

const SHOWN = 20;

const packages = installedPackages(root).map(({ place, name, dev }) => ({
  name,
  dev,
  bytes: bytesOf(path.join(root, place)),
}));
const figures = {
  development: sizes(packages),
  production: sizes(packages.filter(({ dev }) => !dev)),
  clone: cloneSizes(),
};

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else print(figures);

/** Several versions of one package are one line. */
function sizes(list) {
  const byName = new Map();
  for (const { name, bytes } of list) byName.set(name, (byName.get(name) ?? 0) + bytes);
  const largest = [...byName].sort(([, a], [, b]) => b - a);
  return {
    bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
    packages: list.length,
    largest: Object.fromEntries(largest.slice(0, SHOWN)),
  };
}

/** Null where this is no repository. */
function cloneSizes() {
  if (!existsSync(path.join(root, '.git'))) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-size-'));
  const clone = path.join(folder, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', '--no-local', `file://${root}`, clone], { stdio: 'ignore' });
    const history = bytesOf(path.join(clone, '.git'), { nested: true });
    return { bytes: bytesOf(clone, { nested: true }), history };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print({ development, production, clone }) {
  const megabytes = (bytes) => `${(bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 1 : 0)} MB`;
  for (const [kind, { bytes, packages: count, largest }] of [
    ['development', development],
    ['production (npm ci --omit=dev)', production],
  ]) {
    console.log(`\nnode_modules for ${kind}: ${megabytes(bytes)} in ${count} packages`);
    for (const [name, size] of Object.entries(largest)) console.log(`  ${megabytes(size).padStart(8)}  ${name}`);
  }
  if (clone !== null)
    console.log(`\nfresh clone: ${megabytes(clone.bytes)}, of which history ${megabytes(clone.history)}`);
}
