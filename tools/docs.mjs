/** Writes every page and style sheet that comes from a table, a catalogue or the pages beside it: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { styleSheet } from '@reident/design';
import { decisionsIndex } from './decisions-index.ts';
import { GLOSSARY_PAGE, glossaryPage } from './glossary-page.ts';
import { referencePages } from './reference/reference-pages.ts';
import { PAGE } from './requirements.ts';
import { requirementsPage } from './requirements-page.ts';

const root = path.join(import.meta.dirname, '..');
mkdirSync(path.join(root, 'docs/reference'), { recursive: true });
for (const [name, text] of referencePages()) write(`docs/reference/${name}`, text);
write('docs/decisions/README.md', decisionsIndex(path.join(root, 'docs/decisions')));
write(PAGE, requirementsPage());
write(GLOSSARY_PAGE, glossaryPage());
for (const style of ['touch', 'desk']) write(`packages/design/generated/${style}.css`, styleSheet(style));

function write(page, text) {
  writeFileSync(path.join(root, page), text);
  console.log(page);
}
