import type { CaptureStep } from '@reident/engine';
import { drawSample, type Sample, type SampleSpec } from '@reident/samples';
import { homographyBetween, quadOfBox } from '../../../samples/photo/geometry.ts';
import { createRandom, type Random } from '../../../samples/random.ts';

type Photo = NonNullable<SampleSpec['photo']>;

/** How bad a photo of an MRZ is, from the best on. Each level is a range; the seed says where in it a photo lies. */
export const MRZ_LEVELS = {
  clean: (r: Random): Photo => ({
    rotationDegrees: r.between(-5, 5),
    perspective: 0.03,
    lightFallOff: 0.1,
    defocusPixels: 0.6,
    noise: 2,
    jpegQuality: 90,
    background: 'plain',
  }),
  good: (r: Random): Photo => ({
    rotationDegrees: r.between(-10, 10),
    perspective: 0.06,
    lightFallOff: 0.2,
    defocusPixels: 0.9,
    noise: 5,
    jpegQuality: 82,
    background: r.pick(['plain', 'textured']),
  }),
  medium: (r: Random): Photo => ({
    rotationDegrees: r.between(-20, 20),
    perspective: 0.1,
    lightFallOff: 0.35,
    defocusPixels: 1.3,
    noise: 9,
    jpegQuality: 70,
    background: r.pick(['textured', 'cluttered']),
  }),
  turned: (r: Random): Photo => ({
    rotationDegrees: r.between(0, 360),
    perspective: 0.06,
    lightFallOff: 0.2,
    defocusPixels: 0.9,
    noise: 5,
    jpegQuality: 82,
    background: 'cluttered',
  }),
  dark: (r: Random): Photo => ({
    rotationDegrees: r.between(-10, 10),
    perspective: 0.06,
    lightFallOff: 0.4,
    defocusPixels: 1,
    noise: 7,
    jpegQuality: 75,
    background: 'textured',
    exposure: r.between(0.25, 0.4),
  }),
  bad: (r: Random): Photo => ({
    rotationDegrees: r.between(-15, 15),
    perspective: 0.14,
    lightFallOff: 0.5,
    defocusPixels: 2,
    noise: 14,
    jpegQuality: 50,
    background: 'cluttered',
  }),
  shaken: (r: Random): Photo => ({
    rotationDegrees: r.between(-10, 10),
    perspective: 0.06,
    lightFallOff: 0.2,
    defocusPixels: 0.9,
    motionPixels: r.between(4, 9),
    noise: 5,
    jpegQuality: 75,
    background: 'textured',
  }),
  glare: (r: Random): Photo => ({
    rotationDegrees: r.between(-10, 10),
    perspective: 0.06,
    lightFallOff: 0.2,
    defocusPixels: 0.9,
    noise: 5,
    jpegQuality: 80,
    background: 'textured',
    glare: [{ x: r.between(0.1, 0.9), y: r.between(0.6, 1), radius: r.between(0.04, 0.1) }],
  }),
  worst: (r: Random): Photo => ({
    rotationDegrees: r.between(-10, 10),
    perspective: 0.12,
    lightFallOff: 0.5,
    defocusPixels: 3,
    noise: 16,
    jpegQuality: 50,
    background: 'cluttered',
  }),
} as const;

export type MrzLevel = keyof typeof MRZ_LEVELS;

// biome-ignore format: a table
const DOCUMENTS = [
  ['identity_card',     'back',      'document_back'],
  ['passport',          'data_page', 'document_data_page'],
  ['identity_card_td2', 'front',     'document_front'],
] as const;

const ISSUERS = ['DEU', 'AUT', 'NLD', 'POL', 'ESP', 'FRA'] as const;

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1440, height: 1920 },
] as const;

export interface MrzPhoto {
  /** The step of the capture that asks for this side. */
  step: CaptureStep;
  jpeg: Buffer;
  /** What else is printed there, by field. */
  fields: Sample['truth']['fields'];
  lines: string[];
  /** Places, counted over all lines, of which a reflection left next to nothing. Nobody reads those, fillers or not. */
  erased: number[];
}

/** One photo of a level: kinds of document, sizes and issuing States in turn. The same arguments give the same photo. */
export async function photographMrz(level: MrzLevel, seed: string, index: number): Promise<MrzPhoto> {
  const name = `bench/mrz/${seed}/${level}/${index}`;
  const random = createRandom(name);
  const [kind, side, step] = DOCUMENTS[index % DOCUMENTS.length]!;
  const size = SIZES[Math.floor(index / DOCUMENTS.length) % SIZES.length]!;
  const photo: Photo = { ...size, coverage: random.between(0.72, 0.92), ...MRZ_LEVELS[level](random) };
  const { jpeg, truth } = await drawSample({ seed: name, kind, side, issuer: random.pick(ISSUERS), photo });
  return { step, jpeg, fields: truth.fields, lines: truth.mrz!.lines, erased: erasedPlaces(truth, photo.glare ?? []) };
}

/** The light that a reflection adds is known, so what it leaves of the text's contrast is too. */
function erasedPlaces({ quad, mrz }: Sample['truth'], glare: Photo['glare'] & object): number[] {
  const unit = quadOfBox({ x: 0, y: 0, width: 1, height: 1 });
  const { lines } = mrz!;
  const inDocument = homographyBetween(unit, quad);
  const inMrz = homographyBetween(unit, mrz!.quad);
  const width = Math.hypot(quad[1].x - quad[0].x, quad[1].y - quad[0].y);
  const erased: number[] = [];
  // In tenths of a millimetre: the box begins 14 above the middle of the first line and ends 16 below that of the last.
  const leading = lines.length === 3 ? 46 : 63.5;
  const height = leading * (lines.length - 1) + 30;
  for (const [row, line] of lines.entries()) {
    for (let column = 0; column < line.length; column++) {
      const down = (14 + leading * row) / height;
      const place = inMrz((column + 0.5) / line.length, down);
      const light = Math.max(
        0,
        ...glare.map((spot) => {
          const middle = inDocument(spot.x, spot.y);
          const away = Math.hypot(place.x - middle.x, place.y - middle.y) / (spot.radius * width);
          return away > 2.2 ? 0 : 420 * Math.exp(-2.2 * away * away);
        }),
      );
      if (light > ERASING_LIGHT) erased.push(row * line.length + column);
    }
  }
  return erased;
}

/** Grey levels. Ink is at 20 and paper above 200: with so much more of it, less than a sixth of the contrast is left. */
const ERASING_LIGHT = 200;
