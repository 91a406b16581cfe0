import { drawPerson, type SamplePerson } from '../../people/persons.ts';
import type { Quad } from '../../photo/geometry.ts';
import { CLEAN_PHOTO, type PhotoSpec, takePhoto } from '../../photo/photo.ts';
import { escapeText, renderSvg } from '../../photo/render.ts';
import { createRandom } from '../../random.ts';

/** A letter that proves an address. Sender and figures are invented. */
export interface LetterSpec {
  seed: string;
  /** The day on which it was written, `YYYY-MM-DD`. */
  day: string;
  addressee?: Partial<SamplePerson>;
  photo?: Partial<PhotoSpec>;
}

export interface Letter {
  jpeg: Buffer;
  truth: { addressee: SamplePerson; lines: string[]; quad: Quad };
}

/** A4 in tenths of a millimetre; the address stands in the window of DIN 5008. */
const PAGE = { width: 2100, height: 2970 } as const;
const PAPER = '#fbfbf8';
const INK = '#1c1c22';
const SENDER = 'Stadtwerke Utopia GmbH';

/** A yearly bill for electricity, pictured from above. The same specification always gives the same picture. */
export async function drawLetter({ seed, day, addressee, photo }: LetterSpec): Promise<Letter> {
  const random = createRandom(`letter ${seed}`);
  const person = drawPerson(random.fork('addressee'), addressee);
  const [year = '', month = '', date = ''] = day.split('-');
  const lines = [`${person.firstName} ${person.lastName}`, person.street, `${person.postalCode} ${person.city}`];
  const used = random.integer(1200, 4200);
  const price = (used * 0.31 + 140).toFixed(2).replace('.', ',');
  const text = (x: number, y: number, size: number, content: string, weight = 'normal') =>
    `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}" font-weight="${weight}" fill="${INK}">${escapeText(content)}</text>`;
  const parts = [
    `<rect width="${PAGE.width}" height="${PAGE.height}" fill="${PAPER}"/>`,
    `<rect x="250" y="150" width="1600" height="14" fill="#3f7d6a"/>`,
    text(250, 130, 62, SENDER, 'bold'),
    text(250, 500, 24, `${SENDER} · Am Werk 1 · 00001 Utopia`),
    ...lines.map((line, row) => text(250, 580 + row * 62, 44, line)),
    text(1300, 580, 40, `Datum / Date: ${date}.${month}.${year}`),
    text(1300, 642, 40, `Kunde / Customer: ${random.integer(100000, 999999)}`),
    text(250, 1000, 52, 'Jahresrechnung Strom / Yearly bill, electricity', 'bold'),
    text(250, 1110, 40, 'Für Ihre Wohnung berechnen wir / For your home we charge'),
    text(250, 1230, 40, 'Verbrauch / Consumption'),
    text(1400, 1230, 40, `${used} kWh`),
    text(250, 1310, 40, 'Betrag / Amount'),
    text(1400, 1310, 40, `${price} EUR`, 'bold'),
    `<path d="M 250 1350 H 1850" stroke="${INK}" stroke-width="3"/>`,
    text(250, 1450, 40, 'Der Betrag wird von Ihrem Konto abgebucht.'),
    text(250, 1512, 40, 'The amount is taken from your account.'),
    text(250, 2800, 28, 'Muster, kein echter Beleg / Sample, not a real bill'),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${PAGE.height}">${parts.join('')}</svg>`;
  const everyday = { rotationDegrees: random.between(-3, 3), noise: random.between(1.5, 4), jpegQuality: 88 };
  const taken = { ...CLEAN_PHOTO, width: 1440, height: 1920, coverage: 0.95, ...everyday, ...photo };
  const { jpeg, quad } = await takePhoto(renderSvg(svg, taken.width), taken, random.fork('photo'));
  return { jpeg, truth: { addressee: person, lines, quad } };
}

/** What a letter may show other than a good one to the holder; named as the scenario of sessions are. */
// biome-ignore format: a table
export const LETTERS = {
  clean:      {},
  blurred:    { photo: { defocusPixels: 7 } },
  dark:       { photo: { exposure: 0.08, noise: 7 } },
  /** To somebody else, who lives elsewhere. */
  other_name: { addressee: { firstName: 'Ole', lastName: 'Quandt' } },
} as const satisfies Record<string, Pick<LetterSpec, 'photo' | 'addressee'>>;

export type LetterScenario = keyof typeof LETTERS;

export function letterOf(
  scenario: LetterScenario,
  seed: string,
  day: string,
  addressee: Partial<SamplePerson>,
): Promise<Letter> {
  return drawLetter({ seed, day, addressee, ...LETTERS[scenario] });
}
