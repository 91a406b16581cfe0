import type { DocumentKind } from '../readings/document.ts';
import type { TextLine } from '../readings/text.ts';
import { isInside, plain } from './normalise-text.ts';

/** What the title of a document says; null where no word of the tables was read. */
export interface DocumentTitle {
  kind: DocumentKind;
  /** As MRZs write it. */
  issuingState: string | null;
  line: TextLine;
}

/**
 * The kind and State that a document is titled with, for one whose MRZ cannot be read.
 *
 * @param lines  in reading order; leave out what was not read clearly
 */
export function titleIn(lines: readonly TextLine[]): DocumentTitle | null {
  for (const [word, kind] of KIND_WORDS) {
    const line = lines.find(({ text }) => holds(text, word));
    if (!line) continue;
    const state = STATE_NAMES.find(([name]) => lines.some(({ text }) => holds(text, name)));
    return { kind, issuingState: state?.[1] ?? null, line };
  }
  return null;
}

/** A short word has to stand alone, or it is part of many others; in a long one a letter in eight may be misread. */
function holds(text: string, word: string): boolean {
  if (word.length < 6)
    return text
      .split(/[^\p{L}]+/u)
      .map(plain)
      .includes(word);
  return isInside(word, plain(text), Math.floor(word.length / 8));
}

/**
 * Words of titles, folded as labels are. The first row that is printed anywhere counts, so what names other documents in its
 * fields, as a visa does with the passport, stands above them. Source: PRADO, the documents of the States named.
 */
// biome-ignore format: a table
export const KIND_WORDS = [
  // word                           kind                language or State
  ['VISUM',                         'visa',             'German, Dutch, Swedish'],
  ['VISA',                          'visa',             'English, French'],
  ['AUFENTHALTSTITEL',              'residence_permit', 'German'],
  ['RESIDENCEPERMIT',               'residence_permit', 'English'],
  ['TITREDESEJOUR',                 'residence_permit', 'French'],
  ['PERMESSODISOGGIORNO',           'residence_permit', 'Italian'],
  ['PERMISODERESIDENCIA',           'residence_permit', 'Spanish'],
  ['KARTAPOBYTU',                   'residence_permit', 'Polish'],
  ['FUHRERSCHEIN',                  'driving_licence',  'German, Directive 2006/126/EC, annex I'],
  ['DRIVINGLICENCE',                'driving_licence',  'English, the same'],
  ['PERMISDECONDUIRE',              'driving_licence',  'French, the same'],
  ['RIJBEWIJS',                     'driving_licence',  'Dutch, the same'],
  ['PRAWOJAZDY',                    'driving_licence',  'Polish, the same'],
  ['PERMISODECONDUCCION',           'driving_licence',  'Spanish, the same'],
  ['PATENTEDIGUIDA',                'driving_licence',  'Italian, the same'],
  ['PERSONALAUSWEIS',               'identity_card',    'German'],
  ['CARTENATIONALEDIDENTITE',       'identity_card',    'French'],
  ['IDENTITEITSKAART',              'identity_card',    'Dutch'],
  ['DOWODOSOBISTY',                 'identity_card',    'Polish'],
  ['DOCUMENTONACIONALDEIDENTIDAD',  'identity_card',    'Spanish'],
  ['CARTADIIDENTITA',               'identity_card',    'Italian'],
  ['NATIONELLTIDENTITETSKORT',      'identity_card',    'Swedish'],
  ['IDENTITYCARD',                  'identity_card',    'English'],
  ['REISEPASS',                     'passport',         'German'],
  ['PASSEPORT',                     'passport',         'French'],
  ['PASAPORTE',                     'passport',         'Spanish'],
  ['PASSAPORTO',                    'passport',         'Italian'],
  ['PASZPORT',                      'passport',         'Polish'],
  ['PASPOORT',                      'passport',         'Dutch'],
  ['PASSPORT',                      'passport',         'English, ICAO Doc 9303-4'],
] as const satisfies readonly (readonly [word: string, DocumentKind, source: string])[];

/** States as their documents name themselves, folded. */
// biome-ignore format: a table
export const STATE_NAMES = [
  // name                        mrz
  ['BUNDESREPUBLIKDEUTSCHLAND',  'D'],
  ['REPUBLIKOSTERREICH',         'AUT'],
  ['KONINKRIJKDERNEDERLANDEN',   'NLD'],
  ['RZECZPOSPOLITAPOLSKA',       'POL'],
  ['REINODEESPANA',              'ESP'],
  ['REPUBLIQUEFRANCAISE',        'FRA'],
  ['REPUBBLICAITALIANA',         'ITA'],
  ['SVERIGE',                    'SWE'],
  ['UTOPIA',                     'UTO'],
] as const satisfies readonly (readonly [name: string, state: string])[];
