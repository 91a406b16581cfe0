/** Writes `docs/reference/`, `docs/glossary.md` and `docs/requirements.md` from the tables, the catalogue and the tests: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GLOSSARY_PAGE, glossaryPage } from './glossary-page.ts';
import { referencePages } from './reference-pages.ts';
import { PAGE, root } from './requirements.ts';
import { requirementsPage } from './requirements-page.ts';

const folder = path.join(import.meta.dirname, '../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [name, text] of referencePages()) {
  writeFileSync(path.join(folder, name), text);
  console.log(`docs/reference/${name}`);
}
for (const [page, text] of [
  [PAGE, requirementsPage()],
  [GLOSSARY_PAGE, glossaryPage()],
]) {
  writeFileSync(path.join(root, page), text);
  console.log(page);
}
