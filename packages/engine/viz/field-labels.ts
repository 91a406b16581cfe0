/** What the VIZ says, by the names that ICAO Doc 9303 gives it. */
export type VizField =
  | 'primaryIdentifier'
  | 'secondaryIdentifier'
  | 'birthDate'
  | 'issueDate'
  | 'expiryDate'
  | 'documentNumber'
  | 'nationality'
  | 'address';

/**
 * What is printed beside a field, folded: capitals without marks, nothing but letters and digits. The first row that a line
 * holds gives its field, so longer words stand before those that they contain. Source: PRADO, the documents of the States named.
 */
// biome-ignore format: a table
export const FIELD_LABELS = [
  // label                     field                   language or State
  ['GIVENNAMES',              'secondaryIdentifier',  'English, ICAO Doc 9303-4'],
  ['VORNAMEN',                'secondaryIdentifier',  'German'],
  ['VORNAME',                 'secondaryIdentifier',  'German'],
  ['PRENOMS',                 'secondaryIdentifier',  'French, ICAO Doc 9303-4'],
  ['VOORNAMEN',               'secondaryIdentifier',  'Dutch'],
  ['IMIONA',                  'secondaryIdentifier',  'Polish'],
  ['NOMBRE',                  'secondaryIdentifier',  'Spanish'],
  ['SURNAME',                 'primaryIdentifier',    'English, ICAO Doc 9303-4'],
  ['FAMILIENNAME',            'primaryIdentifier',    'German, Austria'],
  ['NACHNAME',                'primaryIdentifier',    'German'],
  ['ACHTERNAAM',              'primaryIdentifier',    'Dutch'],
  ['NAZWISKO',                'primaryIdentifier',    'Polish'],
  ['APELLIDOS',               'primaryIdentifier',    'Spanish'],
  ['COGNOME',                 'primaryIdentifier',    'Italian'],
  ['DATEOFBIRTH',             'birthDate',            'English, ICAO Doc 9303-4'],
  ['GEBURTSDATUM',            'birthDate',            'German'],
  ['GEBURTSTAG',              'birthDate',            'German, Germany'],
  ['DATEDENAISSANCE',         'birthDate',            'French'],
  ['GEBOORTEDATUM',           'birthDate',            'Dutch'],
  ['DATAURODZENIA',           'birthDate',            'Polish'],
  ['FECHADENACIMIENTO',       'birthDate',            'Spanish'],
  ['DATADINASCITA',           'birthDate',            'Italian'],
  ['DATEOFEXPIRY',            'expiryDate',           'English, ICAO Doc 9303-4'],
  ['GULTIGBIS',               'expiryDate',           'German'],
  ['DATEDEXPIRATION',         'expiryDate',           'French'],
  ['GELDIGTOT',               'expiryDate',           'Dutch'],
  ['TERMINWAZNOSCI',          'expiryDate',           'Polish'],
  ['VALIDOHASTA',             'expiryDate',           'Spanish'],
  ['DATEOFISSUE',             'issueDate',            'English, ICAO Doc 9303-4'],
  ['AUSSTELLUNGSDATUM',       'issueDate',            'German'],
  ['DATEDEDELIVRANCE',        'issueDate',            'French'],
  ['PASSPORTNO',              'documentNumber',       'English, ICAO Doc 9303-4'],
  ['DOCUMENTNO',              'documentNumber',       'English'],
  ['DOKUMENTENNUMMER',        'documentNumber',       'German'],
  ['PASSNR',                  'documentNumber',       'German'],
  ['AUSWEISNUMMER',           'documentNumber',       'German, Germany'],
  ['PASSEPORTNO',             'documentNumber',       'French'],
  ['STAATSANGEHORIGKEIT',     'nationality',          'German'],
  ['NATIONALITY',             'nationality',          'English, ICAO Doc 9303-4'],
  ['NATIONALITE',             'nationality',          'French'],
  ['OBYWATELSTWO',            'nationality',          'Polish'],
  ['NACIONALIDAD',            'nationality',          'Spanish'],
  ['CITTADINANZA',            'nationality',          'Italian'],
  ['ANSCHRIFT',               'address',              'German'],
] as const satisfies readonly (readonly [label: string, VizField, source: string])[];

/** The numbers that stand beside the fields of every driving licence of the EU. */
// biome-ignore format: a table
export const LICENCE_NUMBERS = {
  // number    field                   source
  '1':        'primaryIdentifier',   // Directive 2006/126/EC, annex I, page 1
  '2':        'secondaryIdentifier', // the same
  '3':        'birthDate',           // the same; the place of birth follows on one line
  '4A':       'issueDate',           // the same
  '4B':       'expiryDate',          // the same
  '5':        'documentNumber',      // the same
  '8':        'address',             // the same; optional
} as const satisfies Record<string, VizField>;

/** Nationalities that are printed as a word instead of a code, folded as labels are. Source: PRADO, the documents of the States named. */
// biome-ignore format: a table
export const NATIONALITY_WORDS: Readonly<Record<string, string>> = {
  // word          mrz        language
  DEUTSCH:        'D',      // German, Germany
  OSTERREICH:     'AUT',    // German, Austria
  FRANCAISE:      'FRA',    // French
  POLSKIE:        'POL',    // Polish
  NEDERLANDSE:    'NLD',    // Dutch
  ITALIANA:       'ITA',    // Italian
  ESPANOLA:       'ESP',    // Spanish
};
