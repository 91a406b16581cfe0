/** Writes `docs/reference/` from the tables and the index of the decisions: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decisionsIndex } from './decisions-index.ts';
import { referencePages } from './reference-pages.ts';

const docs = path.join(import.meta.dirname, '../docs');
mkdirSync(path.join(docs, 'reference'), { recursive: true });
for (const [name, text] of referencePages()) write(`reference/${name}`, text);
write('decisions/README.md', decisionsIndex(path.join(docs, 'decisions')));

function write(name, text) {
  writeFileSync(path.join(docs, name), text);
  console.log(`docs/${name}`);
}
