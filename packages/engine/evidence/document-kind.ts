import type { MrzFormat } from '@reident/mrz';
import type { DocumentKind } from '../readings/document.ts';

/**
 * What the first two characters of the MRZ say the document is.
 *
 * @see ICAO Doc 9303-4, -5, -6 and -7: P passport, A, C and I other travel documents (AC crew member certificate), V visa
 */
export function documentKindOf(format: MrzFormat, documentCode: string): DocumentKind {
  const row = KINDS.find(
    ([formats, code]) => (formats as readonly string[]).includes(format) && code.test(documentCode),
  );
  return row?.[2] ?? 'other';
}

// biome-ignore format: a table
const KINDS = [
  // formats            document code   kind
  [['TD3'],             /^P/,           'passport'],
  [['MRV_A', 'MRV_B'],  /^V/,           'visa'],
  [['FRA_ID'],          /^ID/,          'identity_card'],
  [['TD1', 'TD2'],      /^(AR|CR|IR)/,  'residence_permit'],
  [['TD1', 'TD2'],      /^AC/,          'other'],
  [['TD1', 'TD2'],      /^P/,           'passport'],
  [['TD1', 'TD2'],      /^(I|A|C)/,     'identity_card'],
] as const satisfies readonly (readonly [readonly MrzFormat[], RegExp, DocumentKind])[];
