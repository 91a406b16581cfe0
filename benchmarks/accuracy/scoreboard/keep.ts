import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtHost } from '../../../tests/fixtures/engine/engine-host.ts';

const root = path.join(import.meta.dirname, '../../..');
const isFile = /\.(ts|json)$/;

/** What was measured before, by key, in a file of the temporary folder. */
export interface Kept<T> {
  readonly all: T[];
  has(key: string): boolean;
  get(key: string): T | undefined;
  add(key: string, measured: T): void;
}

/**
 * Opens what an engine of exactly this make has measured, so that a run goes on where another ended. Weights, reader and samples
 * always count; so does the code in the folders and files named, which takes part in the judgement.
 */
export async function openKept<T>(name: string, places: readonly string[]): Promise<Kept<T>> {
  const hash = createHash('sha256').update(readFileSync(await builtHost()));
  for (const place of ['samples', 'packages/engine/weights', ...places]) {
    const files = isFile.test(place) ? [''] : sourcesBelow(path.join(root, place));
    for (const file of files.sort()) hash.update(readFileSync(path.join(root, place, file)));
  }
  const file = path.join(tmpdir(), `reident-scoreboard-${name}-${hash.digest('hex').slice(0, 16)}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const rows = lines.map((line) => JSON.parse(line) as { key: string; measured: T });
  const known = new Map(rows.map(({ key, measured }) => [key, measured]));
  return {
    get all() {
      return [...known.values()];
    },
    has: (key) => known.has(key),
    get: (key) => known.get(key),
    add(key, measured) {
      known.set(key, measured);
      appendFileSync(file, `${JSON.stringify({ key, measured })}\n`);
    },
  };
}

/** Names below the folder, without what was installed there. */
function sourcesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => isFile.test(name) && !name.includes('node_modules'));
}
