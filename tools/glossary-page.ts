import { readFileSync } from 'node:fs';
import path from 'node:path';

const TABLE = path.join(import.meta.dirname, '../spec/glossary.tsv');

export const GLOSSARY_PAGE = 'docs/glossary.md';

export interface Term {
  term: string;
  meaning: string;
  source: string;
  german: string;
  /** Words that said the same here before, or say it elsewhere; empty where there are none. */
  insteadOf: string;
}

/** The rows of `spec/glossary.tsv`, as they stand there. */
export function readGlossary(): Term[] {
  const lines = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => {
    const [term = '', meaning = '', source = '', german = '', insteadOf = ''] = line.split('\t');
    return { term, meaning, source, german, insteadOf };
  });
}

/** `docs/glossary.md`: each word once, with its source, its German and the words it replaces. */
export function glossaryPage(): string {
  const rows = readGlossary().map(
    ({ term, meaning, source, german, insteadOf }) =>
      `| **${term}** | ${meaning} | ${source} | ${german} | ${insteadOf} |`,
  );
  return [
    '<!-- Written by tools/docs.mjs from spec/glossary.tsv. Change that, not this page. -->',
    '# Glossary',
    'The words of this project, in code, database, API, pages and documents alike. Where the field has a word, we use it; *ours* marks the rest. ' +
      'The words of the last column are not used here for the same thing: `tests/docs/glossary.test.ts` keeps them out.',
    ['| Term | Meaning | Source | German | Instead of |', '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
