/** Writes `docs/reference/` from the tables, and `docs/requirements.md` from the catalogue and the tests: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from './reference-pages.ts';
import { PAGE, root } from './requirements.ts';
import { requirementsPage } from './requirements-page.ts';

const folder = path.join(import.meta.dirname, '../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [name, text] of referencePages()) {
  writeFileSync(path.join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
writeFileSync(path.join(root, PAGE), requirementsPage());
console.log(PAGE);
