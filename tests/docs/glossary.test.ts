import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GLOSSARY_PAGE, glossaryPage, readGlossary } from '../../tools/glossary-page.ts';
import { root, sourceFiles } from '../../tools/requirements.ts';
import { RETIRED_WORDS } from './retired-words.ts';

/** What stays as it was written: migrations that ran, words of others, the list of retired words and what is made from it. */
const KEPT = [
  /^packages\/store\/sql\//,
  /^spec\//,
  /^docs\/glossary\.md$/,
  /^tests\/docs\/(retired-words|glossary\.test)\.ts$/,
  /^package-lock\.json$/,
  /^packages\/client\/generated\//,
];

describe('the glossary', () => {
  const terms = readGlossary();

  it('has each word once, with meaning, source and German', () => {
    const seen = terms.map(({ term }) => term.toLowerCase());
    expect(seen.filter((term, at) => seen.indexOf(term) !== at)).toEqual([]);
    for (const { term, meaning, source, german } of terms) {
      expect(meaning, term).toMatch(/^[A-Z0-9].+\.$/);
      expect(source, term).not.toBe('');
      expect(german, term).not.toBe('');
    }
  });

  it('is in the order of the alphabet', () => {
    const order = terms.map(({ term }) => term.toLowerCase());
    expect(order).toEqual([...order].sort());
  });

  it('is printed as it stands in the table; if not, run npm run docs', () => {
    expect(readFileSync(path.join(root, GLOSSARY_PAGE), 'utf8')).toBe(glossaryPage());
  });
});

describe('retired words', () => {
  const files = sourceFiles().filter(({ file }) => !KEPT.some((kept) => kept.test(file)));
  const lines = files.flatMap(({ file, text }) =>
    text.split('\n').map((line, index) => ({ file, line, number: index + 1 })),
  );

  it.each(RETIRED_WORDS.map((row) => [row.word.source, row] as const))('%s is said nowhere', (_, row) => {
    const found = lines.filter(
      ({ file, line }) =>
        (row.where === undefined || row.where.some((start) => file.startsWith(start))) &&
        (row.word.test(line) || row.word.test(file)) &&
        !row.except?.test(line),
    );
    expect(
      found.map(({ file, number, line }) => `${file}:${number}: ${line.trim().slice(0, 120)} — say ${row.say}`),
    ).toEqual([]);
  });

  it('would be seen: each pattern finds a word that it retires', () => {
    const examples = [
      'sitting',
      'zone',
      'findZone(',
      'openEye',
      'gaze',
      'DocumentGlance',
      'LOOKS',
      'Promised',
      'pieceBytes',
      'askNumber',
      'held by the partner',
      'LinePrint',
      'SpectrumPeak',
      'layFlat',
      'appearance',
      'coveredParts',
      'headIsSolid',
      'moments',
      'species',
      'repeat_marks',
      'whereabouts',
      'refusal',
      'foreign',
      'complaint',
      'Happening',
      'trouble',
      'CaptureBench',
      'openStage',
      'pump',
      'patiently',
      'mighty',
      'Software says',
      'Kind of document',
    ];
    expect(examples.length).toBe(RETIRED_WORDS.length);
    for (const [index, { word }] of RETIRED_WORDS.entries()) expect(examples[index], word.source).toMatch(word);
  });
});
