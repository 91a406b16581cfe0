/** Writes `docs/reference/` from the tables: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from './reference-pages.ts';

const folder = path.join(import.meta.dirname, '../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [name, text] of referencePages()) {
  writeFileSync(path.join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
