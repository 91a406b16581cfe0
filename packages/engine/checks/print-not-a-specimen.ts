import { defineCheck, fail, inconclusive, pass } from './define-check.ts';

/**
 * Is nothing printed on the document that marks a specimen or a copy?
 *
 * A word that is nobody's name decides. *Muster* is a surname and a town too, so a person looks.
 */
export const printNotASpecimen = defineCheck({
  id: 'print-not-a-specimen',
  question: 'Is the print free of words that mark a specimen?',
  needs: ['visualZone'],
  raises: ['WARNING_FAKED_SPECIMEN'],
  evaluate({ visualZone }) {
    for (const { text, from } of visualZone.lines) {
      const words = text.toUpperCase().split(/[^\p{L}]+/u);
      const row = SPECIMEN_WORDS.find(([word]) => words.includes(word));
      if (row === undefined) continue;
      const observed = { word: row[0] };
      return row[1] === 'no name'
        ? fail('WARNING_FAKED_SPECIMEN', observed, from)
        : inconclusive('WARNING_FAKED_SPECIMEN', observed, from);
    }
    return pass({ lines: visualZone.lines.length });
  },
});

// biome-ignore format: a table
const SPECIMEN_WORDS = [
  // word         is             language
  ['SPECIMEN',   'no name',     'English, French, Latin'],
  ['ESPECIMEN',  'no name',     'Spanish, read without its mark'],
  ['FACSIMILE',  'no name',     'English, Italian'],
  ['FAKSIMILE',  'no name',     'German'],
  ['MUSTER',     'a name too',  'German'],
  ['WZOR',       'a name too',  'Polish, read without its mark'],
  ['VZOR',       'a name too',  'Czech, Slovak'],
  ['MODELO',     'a name too',  'Spanish, Portuguese'],
] as const satisfies readonly (readonly [word: string, is: 'no name' | 'a name too', language: string])[];
