import type { Certainty } from './certainty.ts';
import type { DocumentKind } from './document-kinds.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const BOTH = LETTERS + DIGITS;
/** No vowels, and nothing that resembles a digit. */
const GERMAN_LETTERS = 'CFGHJKLMNPRTVWXYZ';
const DUTCH_LETTERS = LETTERS.replace('O', '');

/** So many characters of an alphabet, one part behind the other. */
export type NumberShape = readonly (readonly [alphabet: string, count: number])[];

/**
 * How States number their documents, as the machine-readable zone holds it. A number may have any of the shapes of its row; States and
 * kinds that are not listed have none that we know. The first shape is the one that is given out today.
 *
 * No State publishes such a rule as binding but Germany its alphabet, so that a number of another shape is a doubt, never more.
 */
// biome-ignore format: a table
export const DOCUMENT_NUMBERS = [
  // issuer  kind              shapes                                                                              certainty    source
  ['DEU',   'passport',        [[[GERMAN_LETTERS, 1], [GERMAN_LETTERS + DIGITS, 8]], [[LETTERS, 1], [DIGITS, 7]]],  'published', 'Federal Ministry of the Interior, alphabet of serial numbers since 2007; temporary documents: a letter and seven digits'],
  ['DEU',   'identity_card',   [[[GERMAN_LETTERS, 1], [GERMAN_LETTERS + DIGITS, 8]], [[LETTERS, 1], [DIGITS, 7]]],  'published', 'the same, since 2010'],
  ['NLD',   'passport',        [[[DUTCH_LETTERS, 2], [DUTCH_LETTERS + DIGITS, 6], [DIGITS, 1]]],                    'inferred',  'python-stdnum, after the Dutch authority: never the letter O'],
  ['NLD',   'identity_card',   [[[DUTCH_LETTERS, 2], [DUTCH_LETTERS + DIGITS, 6], [DIGITS, 1]]],                    'inferred',  'the same'],
  ['AUT',   'passport',        [[[LETTERS, 1], [DIGITS, 7]]],                                                       'inferred',  'public validators agree'],
  ['BEL',   'passport',        [[[LETTERS, 2], [DIGITS, 6]]],                                                       'inferred',  'public validators agree'],
  ['BGR',   'passport',        [[[DIGITS, 9]]],                                                                     'inferred',  'public validators agree'],
  ['CZE',   'passport',        [[[DIGITS, 8]]],                                                                     'inferred',  'public validators agree'],
  ['DNK',   'passport',        [[[DIGITS, 9]]],                                                                     'inferred',  'public validators agree'],
  ['ESP',   'passport',        [[[LETTERS, 3], [DIGITS, 6]], [[BOTH, 2], [DIGITS, 6]]],                             'inferred',  'public validators agree'],
  ['ESP',   'identity_card',   [[[LETTERS, 3], [DIGITS, 6]]],                                                       'inferred',  'number of the support, as the MRZ holds it'],
  ['FIN',   'passport',        [[[LETTERS, 2], [DIGITS, 7]]],                                                       'inferred',  'public validators agree'],
  ['FRA',   'passport',        [[[DIGITS, 2], [LETTERS, 2], [DIGITS, 5]]],                                          'inferred',  'public validators agree'],
  ['FRA',   'identity_card',   [[[BOTH, 9]], [[DIGITS, 12]]],                                                       'inferred',  'cards of 2021; cards of 1988 by year, place and month of issue'],
  ['GBR',   'passport',        [[[DIGITS, 9]]],                                                                     'inferred',  'public validators agree'],
  ['HRV',   'passport',        [[[DIGITS, 9]]],                                                                     'inferred',  'public validators agree'],
  ['ITA',   'passport',        [[[LETTERS, 2], [DIGITS, 7]], [[BOTH, 2], [DIGITS, 7]]],                             'inferred',  'public validators agree'],
  ['ITA',   'identity_card',   [[[LETTERS, 2], [DIGITS, 5], [LETTERS, 2]], [[LETTERS, 2], [DIGITS, 7]]],            'inferred',  'electronic cards; cards of before'],
  ['POL',   'passport',        [[[LETTERS, 2], [DIGITS, 7]]],                                                       'inferred',  'public validators agree'],
  ['POL',   'identity_card',   [[[LETTERS, 3], [DIGITS, 6]]],                                                       'inferred',  'series of three letters, number of six digits'],
  ['USA',   'passport',        [[[LETTERS, 1], [DIGITS, 8]], [[DIGITS, 9]]],                                        'inferred',  'public validators agree: since 2021 a letter first'],
] as const satisfies readonly (readonly [issuer: string, DocumentKind, readonly NumberShape[], Certainty, source: string])[];

/** The shapes of the numbers of a kind and State, `D` or `DEU`; empty where none is known. */
export function numberShapes(kind: string, issuingState: string | null): readonly NumberShape[] {
  const issuer = issuingState === 'D' ? 'DEU' : issuingState;
  return DOCUMENT_NUMBERS.find(([state, listedKind]) => state === issuer && listedKind === kind)?.[2] ?? [];
}

/** Whether a number has one of the shapes that its State gives out; null where none is known. */
export function numberFits(kind: string, issuingState: string | null, documentNumber: string): boolean | null {
  const shapes = numberShapes(kind, issuingState);
  if (shapes.length === 0) return null;
  return shapes.some((shape) => {
    const alphabets = shape.flatMap(([alphabet, count]) => Array.from({ length: count }, () => alphabet));
    return (
      alphabets.length === documentNumber.length &&
      alphabets.every((letters, i) => letters.includes(documentNumber[i]!))
    );
  });
}
