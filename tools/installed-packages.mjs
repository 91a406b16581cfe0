/** What `npm ci` puts into `node_modules`, as the lockfile has it, and how many bytes that is here. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Every package that is installed here. Those of this repository itself are links and not among them.
 *
 * @returns per package its place (`node_modules/pg`), its name, and whether an install without development packages leaves it out
 */
export function installedPackages(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([place, { link }]) => /(^|\/)node_modules\//.test(place) && !link && existsSync(path.join(root, place)))
    .map(([place, { dev = false }]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      dev,
    }));
}

/** Bytes that files take on a disk in blocks, without what lies in a `node_modules` further down. */
export function bytesOf(folder, { nested = false } = {}) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) bytes += !nested && entry.name === 'node_modules' ? 0 : bytesOf(place, { nested });
    else bytes += lstatSync(place).blocks * 512;
  }
  return bytes;
}
