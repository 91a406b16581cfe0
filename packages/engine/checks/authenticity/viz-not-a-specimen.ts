import { isInside, plain } from '../../viz/normalise-text.ts';
import { defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Does neither VIZ nor overprint mark the document as a specimen or a copy?
 *
 * A word that is nobody's name decides; read in an overprint, where it is seldom read whole, it is a doubt. *Muster* is a surname and a town too, so a person looks.
 */
export const vizNotASpecimen = defineCheck({
  id: 'viz-not-a-specimen',
  needs: ['viz'],
  raises: ['WARNING_FAKED_SPECIMEN'],
  evaluate({ viz }, { isBad }) {
    for (const { text, from } of viz.lines) {
      const words = text.toUpperCase().split(/[^\p{L}]+/u);
      const row = SPECIMEN_WORDS.find(([word]) => words.includes(word));
      if (row === undefined) continue;
      const observed = { word: row[0] };
      return row[1] === 'no name'
        ? fail('WARNING_FAKED_SPECIMEN', observed, from)
        : inconclusive('WARNING_FAKED_SPECIMEN', observed, from);
    }
    const overprint = viz.overprint.flatMap((line) => {
      const word = isBad('vizConfidence', line.confidence) ? undefined : wordInOverprint(line.text);
      return word ? [{ word, from: line.from }] : [];
    })[0];
    if (overprint)
      return inconclusive('WARNING_FAKED_SPECIMEN', { word: overprint.word, overprint: true }, overprint.from);
    return pass({ lines: viz.lines.length });
  },
});

/** An overprint is read in part, over other text: of eight letters two may be missing, of a short word none. */
function wordInOverprint(text: string): string | undefined {
  const letters = plain(text);
  return SPECIMEN_WORDS.find(([word]) => isInside(word, letters, word.length >= 8 ? 2 : 0))?.[0];
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
