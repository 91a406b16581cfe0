import type { MrzFormat } from '@reident/mrz';

/*
 * What our synthetic documents look like. They follow the sizes of ICAO Doc 9303 and the fields of common documents;
 * the artwork is ours and imitates no State's. Lengths are tenths of a millimetre.
 */

// biome-ignore format: a table
export const ISSUERS = {
  // MRZ code name in its own language  what its card is called  tints of the background  paper
  DEU: issuer('D',   'BUNDESREPUBLIK DEUTSCHLAND', 'PERSONALAUSWEIS / IDENTITY CARD',   ['#9fc3d6', '#b7d1a9', '#d9b9c9'], '#eaf0ee'),
  AUT: issuer('AUT', 'REPUBLIK ÖSTERREICH',        'PERSONALAUSWEIS / IDENTITY CARD',   ['#e0b0a8', '#d8c9a0', '#c7bcd8'], '#f3ece4'),
  NLD: issuer('NLD', 'KONINKRIJK DER NEDERLANDEN', 'IDENTITEITSKAART / IDENTITY CARD',  ['#a8c8b4', '#b4c4e0', '#d8c4a8'], '#edf1e8'),
  POL: issuer('POL', 'RZECZPOSPOLITA POLSKA',      'DOWÓD OSOBISTY / IDENTITY CARD',    ['#d8a8b4', '#b8c0dc', '#c8d4b0'], '#f2eaec'),
  ESP: issuer('ESP', 'REINO DE ESPAÑA',            'DOCUMENTO NACIONAL DE IDENTIDAD',   ['#dcc49c', '#c8a8c0', '#a8c4c8'], '#f3efe2'),
  FRA: issuer('FRA', 'RÉPUBLIQUE FRANÇAISE',       'CARTE NATIONALE D’IDENTITÉ',        ['#a4b8dc', '#d4b0bc', '#b4ccb8'], '#e9edf4'),
  ITA: issuer('ITA', 'REPUBBLICA ITALIANA',        'CARTA DI IDENTITÀ / IDENTITY CARD', ['#a8c4a0', '#d8b0a8', '#b8c4d8'], '#eef1ea'),
  SWE: issuer('SWE', 'SVERIGE / SWEDEN',           'NATIONELLT IDENTITETSKORT',         ['#a0bcdc', '#dccf9c', '#b4d0c8'], '#eaf0f4'),
  /** Hardly any colour, as some States print. */
  USA: issuer('USA', 'UNITED STATES OF AMERICA',   'IDENTITY CARD',                     ['#bcbfc8', '#c9c4c0', '#b9c2c0'], '#ebebec'),
  UTO: issuer('UTO', 'UTOPIA',                     'IDENTITY CARD / PERSONALAUSWEIS',   ['#9cc0d8', '#c8a8c0', '#a9c9a4'], '#e9eef0'),
} as const;

export type IssuerCode = keyof typeof ISSUERS;

function issuer(mrzCode: string, name: string, cardTitle: string, tints: readonly string[], paper: string) {
  return { mrzCode, name, cardTitle, tints, paper };
}

/** What a side shows, by the name of the field. */
export type FieldName =
  | 'documentCode'
  | 'issuer'
  | 'documentNumber'
  | 'lastName'
  | 'firstName'
  | 'nationality'
  | 'birthDate'
  | 'birthPlace'
  | 'sex'
  | 'issuedOn'
  | 'expiresOn'
  | 'authority'
  | 'height'
  | 'address'
  | 'accessNumber'
  | 'categories';

export interface FieldRow {
  field: FieldName;
  x: number;
  y: number;
  /** Height of the type of the value. */
  size: number;
  label: string;
}

export interface SideLayout {
  width: number;
  height: number;
  title?: { x: number; y: number; size: number };
  portrait?: { x: number; y: number; width: number; height: number };
  fields: readonly FieldRow[];
  /** Left edge of the first character, baseline of the first line, distance of the lines. */
  mrz?: { format: MrzFormat; x: number; y: number; leading: number };
}

// biome-ignore format: a table
export const LAYOUTS = {
  identity_card: {
    front: {
      width: 856,
      height: 540,
      title: { x: 40, y: 48, size: 25 },
      portrait: { x: 42, y: 108, width: 250, height: 322 },
      fields: [
        //  field             x    y    size label
        row('documentNumber', 600, 78,  24, 'Dokumentennr. / Document no.'),
        row('lastName',       320, 130, 24, 'Name / Surname'),
        row('firstName',      320, 195, 24, 'Vornamen / Given names'),
        row('birthDate',      320, 260, 24, 'Geburtstag / Date of birth'),
        row('nationality',    600, 260, 24, 'Staatsangehörigkeit / Nationality'),
        row('birthPlace',     320, 325, 24, 'Geburtsort / Place of birth'),
        row('expiresOn',      320, 390, 24, 'Gültig bis / Date of expiry'),
        row('accessNumber',   600, 390, 24, 'CAN'),
      ],
    },
    back: {
      width: 856,
      height: 540,
      fields: [
        row('height',    42,  60,  22, 'Größe / Height'),
        row('issuedOn',  420, 60,  22, 'Datum / Date of issue'),
        row('address',   42,  125, 22, 'Anschrift / Address'),
        row('authority', 42,  190, 22, 'Behörde / Authority'),
      ],
      mrz: { format: 'TD1', x: 47, y: 398, leading: 46 },
    },
  },
  passport: {
    data_page: {
      width: 1250,
      height: 880,
      title: { x: 60, y: 62, size: 33 },
      portrait: { x: 60, y: 150, width: 350, height: 450 },
      fields: [
        row('documentCode',   460, 120, 27, 'Typ / Type'),
        row('issuer',         600, 120, 27, 'Kode / Code'),
        row('documentNumber', 850, 120, 27, 'Pass-Nr. / Passport No.'),
        row('lastName',       460, 205, 27, 'Name / Surname'),
        row('firstName',      460, 290, 27, 'Vornamen / Given names'),
        row('nationality',    460, 375, 27, 'Staatsangehörigkeit / Nationality'),
        row('birthDate',      460, 460, 27, 'Geburtsdatum / Date of birth'),
        row('sex',            760, 460, 27, 'Geschlecht / Sex'),
        row('birthPlace',     850, 460, 27, 'Geburtsort / Place of birth'),
        row('issuedOn',       460, 545, 27, 'Ausstellungsdatum / Date of issue'),
        row('expiresOn',      460, 620, 27, 'Gültig bis / Date of expiry'),
        row('authority',      850, 545, 27, 'Behörde / Authority'),
      ],
      mrz: { format: 'TD3', x: 66, y: 765, leading: 63.5 },
    },
  },
  identity_card_td2: {
    front: {
      width: 1050,
      height: 740,
      title: { x: 50, y: 56, size: 29 },
      portrait: { x: 50, y: 110, width: 300, height: 390 },
      fields: [
        row('documentNumber', 730, 96,  26, 'Document no.'),
        row('lastName',       390, 160, 26, 'Surname'),
        row('firstName',      390, 235, 26, 'Given names'),
        row('birthDate',      390, 310, 26, 'Date of birth'),
        row('sex',            730, 310, 26, 'Sex'),
        row('nationality',    390, 385, 26, 'Nationality'),
        row('expiresOn',      390, 460, 26, 'Date of expiry'),
        row('authority',      730, 460, 26, 'Authority'),
      ],
      mrz: { format: 'TD2', x: 68, y: 632, leading: 63.5 },
    },
  },
  /** The French card of 1988 to 2021: portrait and MRZ on the front, two lines of 36. */
  french_card: {
    front: {
      width: 1050,
      height: 740,
      title: { x: 50, y: 56, size: 27 },
      portrait: { x: 50, y: 130, width: 300, height: 390 },
      fields: [
        row('documentNumber', 390, 96,  25, 'Carte nationale d’identité n°'),
        row('lastName',       390, 190, 26, 'Nom'),
        row('firstName',      390, 265, 26, 'Prénom(s)'),
        row('sex',            390, 340, 26, 'Sexe'),
        row('birthDate',      560, 340, 26, 'Né(e) le'),
        row('birthPlace',     390, 415, 26, 'à'),
        row('height',         560, 470, 24, 'Taille'),
      ],
      mrz: { format: 'FRA_ID', x: 68, y: 632, leading: 63.5 },
    },
  },
  /** ICAO Doc 9303-7: the sticker of a visa, in the two sizes whose MRZs differ. */
  visa_a: {
    data_page: {
      width: 1200,
      height: 800,
      title: { x: 45, y: 56, size: 30 },
      portrait: { x: 45, y: 120, width: 330, height: 430 },
      fields: [
        row('documentNumber', 840, 110, 26, 'Number'),
        row('lastName',       430, 200, 26, 'Surname'),
        row('firstName',      430, 285, 26, 'Given names'),
        row('nationality',    430, 370, 26, 'Nationality'),
        row('expiresOn',      430, 455, 26, 'Valid until'),
      ],
      mrz: { format: 'MRV_A', x: 41, y: 690, leading: 63.5 },
    },
  },
  visa_b: {
    data_page: {
      width: 1050,
      height: 740,
      title: { x: 50, y: 56, size: 27 },
      portrait: { x: 50, y: 110, width: 300, height: 390 },
      fields: [
        row('documentNumber', 730, 96,  25, 'Number'),
        row('lastName',       390, 190, 25, 'Surname'),
        row('firstName',      390, 265, 25, 'Given names'),
        row('nationality',    390, 340, 25, 'Nationality'),
        row('expiresOn',      390, 415, 25, 'Valid until'),
      ],
      mrz: { format: 'MRV_B', x: 68, y: 632, leading: 63.5 },
    },
  },
  residence_permit: {
    front: {
      width: 856,
      height: 540,
      title: { x: 40, y: 48, size: 25 },
      portrait: { x: 42, y: 108, width: 250, height: 322 },
      fields: [
        row('documentNumber', 600, 78,  24, 'Nr. / No.'),
        row('lastName',       320, 130, 24, 'Name / Surname'),
        row('firstName',      320, 195, 24, 'Vornamen / Given names'),
        row('sex',            320, 260, 24, 'Geschlecht / Sex'),
        row('nationality',    440, 260, 24, 'Staatsang. / Nationality'),
        row('birthDate',      640, 260, 24, 'Geburtsdatum / Birth'),
        row('expiresOn',      320, 390, 24, 'Gültig bis / Date of expiry'),
      ],
    },
    back: {
      width: 856,
      height: 540,
      fields: [
        row('birthPlace', 42,  60,  22, 'Geburtsort / Place of birth'),
        row('issuedOn',   420, 60,  22, 'Datum / Date of issue'),
        row('address',    42,  125, 22, 'Anschrift / Address'),
        row('authority',  42,  190, 22, 'Behörde / Authority'),
      ],
      mrz: { format: 'TD1', x: 47, y: 398, leading: 46 },
    },
  },
  driving_licence: {
    back: {
      width: 856,
      height: 540,
      fields: [
        row('categories', 90,  90, 24, '9.'),
        row('issuedOn',   360, 90, 24, '10.'),
        row('expiresOn',  600, 90, 24, '11.'),
      ],
    },
    front: {
      width: 856,
      height: 540,
      title: { x: 230, y: 48, size: 25 },
      portrait: { x: 42, y: 108, width: 210, height: 270 },
      fields: [
        row('lastName',       290, 90,  24, '1.'),
        row('firstName',      290, 150, 24, '2.'),
        row('birthDate',      290, 210, 24, '3.'),
        row('issuedOn',       290, 270, 24, '4a.'),
        row('authority',      540, 270, 24, '4c.'),
        row('expiresOn',      290, 330, 24, '4b.'),
        row('documentNumber', 290, 390, 24, '5.'),
        row('categories',     290, 450, 24, '9.'),
      ],
    },
  },
} as const satisfies Record<string, Record<string, SideLayout>>;

function row(field: FieldName, x: number, y: number, size: number, label: string): FieldRow {
  return { field, x, y, size, label };
}

export type DocumentKind = keyof typeof LAYOUTS;
export type DocumentSide = 'front' | 'back' | 'data_page';

/** @throws RangeError when the document has no such side */
export function layoutOf(kind: DocumentKind, side: DocumentSide): SideLayout {
  const sides: Partial<Record<DocumentSide, SideLayout>> = LAYOUTS[kind];
  const layout = sides[side];
  if (!layout) throw new RangeError(`a ${kind} has no ${side}`);
  return layout;
}
