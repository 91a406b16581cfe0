import { distanceInside, plain } from '../../viz/normalise-text.ts';
import { defineCheck, fail, inconclusive, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Is nothing printed on the document that marks a specimen or a copy?
 *
 * A word that is nobody's name decides; read across the page, where it is seldom read whole, it is a doubt. *Muster* is a surname and a town too, so a person looks.
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
    const across = visualZone.across.flatMap((line) => {
      const word = wordAcross(line);
      return word ? [{ word, from: line.from }] : [];
    })[0];
    if (across) return inconclusive('WARNING_FAKED_SPECIMEN', { word: across.word, across: true }, across.from);
    return pass({ lines: visualZone.lines.length });
  },
});

/** Across a page a word is read in part, over other print: of eight letters two may be missing, of a short word none. */
function wordAcross({ text, confidence }: { text: string; confidence: number }): string | undefined {
  if (isBad('printConfidence', confidence)) return undefined;
  const letters = plain(text);
  return SPECIMEN_WORDS.find(
    ([word]) => letters.length >= word.length - 2 && distanceInside(word, letters) <= (word.length >= 8 ? 2 : 0),
  )?.[0];
}

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
