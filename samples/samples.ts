import type { Reason } from '@reident/domain';
import type { DocumentKind, DocumentSide } from './documents/layouts.ts';
import type { SampleSpec } from './documents/sample.ts';
import type { SamplePerson } from './people/persons.ts';
import type { SelfieSpec } from './people/selfie.ts';

/** Whom the order names in every row, unless the row is about another name. */
export const ORDERED_PERSON = {
  firstName: 'Jördis Anne',
  lastName: 'Müller-Lüdenscheidt',
  sex: 'F',
  birthDate: '1984-03-17',
  birthPlace: 'Görlitz',
} as const satisfies Partial<SamplePerson>;

export type DocumentStep = 'document_front' | 'document_back' | 'document_data_page';

export interface SampleRow extends SampleSpec {
  /** The step of the capture in which this picture is shown. */
  step: DocumentStep;
  /** The reasons that the engine must raise, failing or inconclusive; none means that nothing may fail. */
  raises: readonly Reason[];
}

// biome-ignore format: a table
export const SAMPLES = {
  // sample                  step                  kind                 side         what is special                                                                                                   must be raised
  card_front:            row('document_front',     'identity_card',     'front',     {},                                                                                                               []),
  card_back:             row('document_back',      'identity_card',     'back',      {},                                                                                                               []),
  passport:              row('document_data_page', 'passport',          'data_page', {},                                                                                                               []),
  card_td2:              row('document_front',     'identity_card_td2', 'front',     { issuer: 'FRA' },                                                                                                []),
  passport_austria:      row('document_data_page', 'passport',          'data_page', { issuer: 'AUT' },                                                                                                []),
  passport_poland:       row('document_data_page', 'passport',          'data_page', { issuer: 'POL' },                                                                                                []),
  card_back_netherlands: row('document_back',      'identity_card',     'back',      { issuer: 'NLD' },                                                                                                []),
  card_back_spain:       row('document_back',      'identity_card',     'back',      { issuer: 'ESP' },                                                                                                []),

  // Content
  expired:               row('document_data_page', 'passport',          'data_page', { document: { issuedOn: '2015-05-04', expiresOn: '2025-05-03' } },                                                ['ID_EXPIRED']),
  last_day:              row('document_data_page', 'passport',          'data_page', { document: { issuedOn: '2016-06-16', expiresOn: '2026-06-15' } },                                                []),
  under_age:             row('document_data_page', 'passport',          'data_page', { holder: { ...ORDERED_PERSON, birthDate: '2012-01-30' } },                                                       ['WARNING_USER_UNDERAGE']),
  other_name:            row('document_data_page', 'passport',          'data_page', { holder: { ...ORDERED_PERSON, firstName: 'Ole', lastName: 'Quandt' } },                                          ['WARNING_NAME_COMPARISON']),
  long_name:             row('document_data_page', 'passport',          'data_page', { holder: { ...ORDERED_PERSON, firstName: 'Jördis Anne Wilhelmina Theresia', lastName: 'Müller-Lüdenscheidt' } }, []),
  broken_check_digit:    row('document_data_page', 'passport',          'data_page', { document: { brokenCheckDigit: true } },                                                                         ['WARNING_MANIPULATED_DATA']),
  date_reprinted:        row('document_data_page', 'passport',          'data_page', { document: { reprinted: { expiresOn: { type: 'mono' } } } },                                                     ['WARNING_MANIPULATED_DATA']),
  viz_differs:           row('document_data_page', 'passport',          'data_page', { document: { printedOtherwise: { birthDate: '17.03.1994' } } },                                                  ['WARNING_MANIPULATED_DATA']),
  specimen_state:        row('document_data_page', 'passport',          'data_page', { issuer: 'UTO' },                                                                                                ['WARNING_FAKED_SPECIMEN']),
  specimen_mark:         row('document_data_page', 'passport',          'data_page', { document: { specimenMark: true } },                                                                             ['WARNING_FAKED_SPECIMEN']),
  driving_licence:       row('document_front',     'driving_licence',   'front',     {},                                                                                                               ['ID_NOT_SUPPORTED']),
  back_for_front:        row('document_front',     'identity_card',     'back',      {},                                                                                                               ['ID_WRONG_SIDE']),
  front_for_back:        row('document_back',      'identity_card',     'front',     {},                                                                                                               ['ID_WRONG_SIDE']),

  // Presentation
  paper_print:           row('document_data_page', 'passport',          'data_page', { presentation: 'paper_print' },                                                                                  []),
  grey_copy:             row('document_data_page', 'passport',          'data_page', { presentation: 'grey_copy' },                                                                                    ['WARNING_SCAN']),
  on_tablet:             row('document_data_page', 'passport',          'data_page', { presentation: 'device_screen' },                                                                                ['WARNING_DIGITAL_DOCUMENT']),
  from_screen:           row('document_data_page', 'passport',          'data_page', { presentation: 'screen' },                                                                                       ['WARNING_DIGITAL_DOCUMENT']),

  // The picture
  blurred:               row('document_data_page', 'passport',          'data_page', { photo: { defocusPixels: 7 } },                                                                                  ['ID_BLURRY']),
  shaken:                row('document_data_page', 'passport',          'data_page', { photo: { motionPixels: 24 } },                                                                                  ['ID_BLURRY']),
  dark:                  row('document_data_page', 'passport',          'data_page', { photo: { exposure: 0.12, noise: 6 } },                                                                          ['ID_DARKNESS']),
  glare_on_mrz:          row('document_data_page', 'passport',          'data_page', { photo: { glare: [{ x: 0.45, y: 0.88, radius: 0.14 }] } },                                                       ['ID_GLARE']),
  glare_on_portrait:     row('document_front',     'identity_card',     'front',     { photo: { glare: [{ x: 0.19, y: 0.48, radius: 0.13 }] } },                                                       ['SELFIE_GLARE']),
  occluded_mrz:          row('document_data_page', 'passport',          'data_page', { photo: { fingers: [{ x: 0.5, y: 0.84 }] } },                                                                    ['ID_DATA']),
  steep:                 row('document_data_page', 'passport',          'data_page', { photo: { perspective: 0.55 } },                                                                                 ['ID_PERSPECTIVE']),
  upside_down:           row('document_data_page', 'passport',          'data_page', { photo: { rotationDegrees: 180 } },                                                                              []),
  quarter_turn:          row('document_data_page', 'passport',          'data_page', { photo: { rotationDegrees: 90, width: 1080, height: 1920 } },                                                    []),
  cluttered:             row('document_data_page', 'passport',          'data_page', { photo: { background: 'cluttered', rotationDegrees: 9 } },                                                       []),
  twelve_megapixels:     row('document_data_page', 'passport',          'data_page', { photo: { width: 4032, height: 3024, rotationDegrees: -6 } },                                                    []),
} as const satisfies Record<string, SampleRow>;

export type SampleName = keyof typeof SAMPLES;

export interface SelfieRow extends SelfieSpec {
  step: 'selfie';
  raises: readonly Reason[];
}

const HOLDER = { step: 'selfie', seed: 'holder', holder: ORDERED_PERSON } as const;

// biome-ignore format: a table
export const SELFIES = {
  // frame            what is special                                                             must be raised
  selfie:            { ...HOLDER,                                                                 raises: [] },
  selfie_blurred:    { ...HOLDER, camera: { defocusPixels: 11 },                                  raises: ['SELFIE_BLURRY'] },
  selfie_dark:       { ...HOLDER, camera: { exposure: 0.12, noise: 6 },                           raises: ['SELFIE_DARKNESS'] },
  selfie_sunglasses: { ...HOLDER, occlusion: 'sunglasses',                                        raises: ['USER_OBSCURED'] },
  selfie_mask:       { ...HOLDER, occlusion: 'mask',                                              raises: ['USER_OBSCURED'] },
  selfie_empty:      { step: 'selfie', seed: 'holder', people: 0,                                 raises: ['SELFIE_OTHER'] },
} as const satisfies Record<string, SelfieRow>;

export type SelfieName = keyof typeof SELFIES;

/** All rows show the same document of the same person, so that what differs is what the row says. */
function row(
  step: DocumentStep,
  kind: DocumentKind,
  side: DocumentSide,
  special: Omit<SampleSpec, 'seed' | 'kind' | 'side'>,
  raises: readonly Reason[],
): SampleRow {
  return { step, seed: 'holder', kind, side, holder: ORDERED_PERSON, ...special, raises };
}
