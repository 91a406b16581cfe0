import type { Random } from '../random.ts';

/** Whoever a document is made out to. Every person here is invented. */
export interface SamplePerson {
  firstName: string;
  lastName: string;
  sex: 'F' | 'M' | 'X';
  birthDate: string;
  birthPlace: string;
  heightCentimetres: number;
  street: string;
  postalCode: string;
  city: string;
}

/** A person from the tables below; what `known` names stays as it is. */
export function drawPerson(random: Random, known: Partial<SamplePerson> = {}): SamplePerson {
  const sex = random.pick(['F', 'M'] as const);
  const drawn: SamplePerson = {
    firstName: random.pick(GIVEN_NAMES[sex]),
    lastName: random.pick(SURNAMES),
    sex,
    birthDate: isoDate(random.integer(1945, 2004), random.integer(1, 12), random.integer(1, 28)),
    birthPlace: random.pick(CITIES)[0],
    heightCentimetres: random.integer(152, 198),
    ...addressOf(random),
  };
  return { ...drawn, ...known };
}

function addressOf(random: Random) {
  const [city, postalCode] = random.pick(CITIES);
  return { street: `${random.pick(STREETS)} ${random.integer(1, 140)}`, postalCode, city };
}

export function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Names that are hard somewhere: diacritics, hyphens, particles, apostrophes, one letter, more than a line holds. */
export const SURNAMES = [
  'Müller',
  'Weiß',
  'Größmann-Überall',
  'Öztürk',
  'von der Tann',
  'van den Berg',
  'Kowalska-Łęcka',
  'García López',
  "O'Connor",
  'Åkesson',
  'Sørensen',
  'Nováková',
  'Đurić',
  'Ionescu',
  'Yılmaz',
  'Schmidt',
  'Becker',
  'Hoffmann',
  'Zimmermann',
  'Fischer',
  'Quandt',
  'Jäger',
  'Ng',
  'Freiherr von Hohenstein-Wallersberg zu Oberkirchen',
] as const;

export const GIVEN_NAMES = {
  F: ['Anna', 'Jördis', 'Maria Theresia', 'Zoë', 'Fatma', 'Wilhelmina', 'Renée', 'Anne-Sophie', 'Ida', 'Łucja'],
  M: [
    'Jürgen',
    'Karl-Heinz',
    'Björn',
    'Łukasz',
    'Xaver',
    'João',
    'Mehmet',
    'Paul Maximilian Alexander',
    'Ole',
    'Søren',
  ],
} as const;

const CITIES = [
  ['Berlin', '10115'],
  ['München', '80331'],
  ['Köln', '50667'],
  ['Düsseldorf', '40213'],
  ['Görlitz', '02826'],
  ['Hamburg', '20095'],
  ['Lübeck', '23552'],
  ['Weißenfels', '06667'],
] as const;

const STREETS = ['Heidestraße', 'Am Mühlbach', 'Goetheallee', 'Lange Reihe', 'Schloßplatz', 'Brückengasse'] as const;
