import type { MrzFormat } from '@reident/mrz';
import { applyHomography, type Homography, homographyBetween, uprightFrame } from '../image/homography.ts';
import type { GreyImage } from '../image/pixels.ts';
import { sideLengths, startAt, wholeOf } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { type DecodedMrz, isBetter } from './decode-mrz.ts';
import { findLineGroups, type LineGroup, lengthOf } from './find-line-groups.ts';
import { fixedPitchStretches, standsAtFixedPitch } from './fixed-pitch.ts';
import type { GlyphWeights } from './glyph-network.ts';
import { Pyramid } from './gray-image.ts';
import { stripInk } from './ink-map.ts';
import {
  ALL_AUGMENTATIONS,
  decodeLocated,
  type InkedStrip,
  type LocatedMrz,
  locateMrz,
  straighten,
} from './locate-mrz.ts';
import { cutStrip, type MrzShape, type MrzStrip, shapesOf, stripBetween, turnStrip } from './mrz-strip.ts';
import { textDirections } from './text-directions.ts';

export interface ReadMrzOptions {
  weights: GlyphWeights;
  /**
   * What may be the corners of the document, the likeliest first. They help with perspective, and leave out the text around it;
   * without them the picture itself is searched.
   */
  outlines?: readonly Quad[];
}

/** A machine-readable zone as it stands in a picture. */
export interface RawMrzReading {
  format: MrzFormat;
  lines: string[];
  /** Around the MRZ, upright for its reader, in pixels of the picture. */
  quad: Quad;
  /** Natural logarithm of the weakest character's probability: 0 is certain. */
  confidence: number;
  /** Every check digit fits and no date is impossible. */
  valid: boolean;
  /** How many characters were exchanged so that the check digits fit. A repaired reading never decides alone. */
  repaired: 0 | 1;
  /** Read in a picture that shows the document as a mirror does. `quad` then goes round as the picture does, not its reader. */
  mirrored: boolean;
  /** Valid, and confident enough to be believed. */
  accepted: boolean;
  characters: { line: number; position: number; character: string; confidence: number; x: number; y: number }[];
}

/**
 * The weakest character must be at least this likely, as a natural logarithm, or the MRZ counts as not read.
 * Check digits do not protect names; this does. Fixed on the calibration seeds of `benchmarks/accuracy/mrz.ts`, measured on others.
 */
export const MINIMUM_CONFIDENCE = -1.5;

/**
 * Reads the machine-readable zone of a photographed document, whichever way up, and as a last resort in a mirror.
 *
 * Answers the best reading even when it is not acceptable, because what was seen may still tell a specialist something, and
 * null when nothing in the picture resembles an MRZ.
 */
export function readMrz(image: GreyImage, { weights, outlines = [] }: ReadMrzOptions): RawMrzReading | null {
  const picture = new Pyramid(image);
  let best: RawMrzReading | null = null;
  let almost = 0;
  const searched: Searched[] = [];
  for (const view of viewsOf(picture, outlines)) {
    const found = findLineGroups(picture.draw(view.width, view.height, view.toPicture));
    const groups = view.isDocument ? found.filter((group) => liesAsInDocument(group, view)) : found;
    searched.push({ groups, toPicture: view.toPicture });
    for (const located of locateCandidates(picture, groups, view.toPicture, weights, MOST_TRIED)) {
      const decoded = decodeWithAllAugmentations(located, weights);
      if (decoded?.valid) almost++;
      if (!decoded || (best && !isBetter({ ...decoded, confidences: [] }, { ...best, confidences: [] }))) continue;
      best = toReading(located, decoded, false);
      if (best.accepted && decoded.repaired === 0) return best;
    }
    if (best?.accepted || almost >= MOST_ALMOST) return best;
  }
  return readMirrored(picture, searched, weights) ?? best;
}

/** An MRZ whose check digits fit and that was not believed so often is not read better from yet another side. */
const MOST_ALMOST = 4;

/** Classifies again, with every augmentation, where an MRZ was not read surely. */
function decodeWithAllAugmentations(located: LocatedMrz, weights: GlyphWeights): DecodedMrz | null {
  const decoded = decodeLocated(located, weights);
  if (!decoded || decoded.confidence < HOPELESS || (isAccepted(decoded) && decoded.repaired === 0)) return decoded;
  const again = decodeLocated(located, weights, ALL_AUGMENTATIONS);
  return again && isBetter(again, decoded) ? again : decoded;
}

/** An MRZ whose weakest character is less likely is not worth more augmentations: a character is hidden or cut off. */
const HOPELESS = -8;

function isAccepted({ valid, confidence }: DecodedMrz): boolean {
  return valid && confidence >= MINIMUM_CONFIDENCE;
}

/** Lines that were found in one view of the picture. */
interface Searched {
  groups: LineGroup[];
  toPicture: Homography;
}

/**
 * Tries the lines that could not be read as a mirror shows them. Only what is beyond doubt counts: half the letters look alike in
 * a mirror, and a blurred MRZ must not become another one.
 */
function readMirrored(picture: Pyramid, searched: readonly Searched[], weights: GlyphWeights): RawMrzReading | null {
  for (const { groups, toPicture } of searched) {
    const asInMirror = groups.map((group) => group.map(({ left, right }) => ({ left: right, right: left })));
    for (const located of locateCandidates(picture, asInMirror, toPicture, weights, MOST_TRIED_MIRRORED)) {
      const decoded = decodeLocated(located, weights);
      if (decoded?.repaired !== 0) continue;
      const reading = toReading(located, decoded, true);
      if (reading.accepted) return reading;
    }
  }
  return null;
}

function toReading(located: LocatedMrz, decoded: DecodedMrz, mirrored: boolean): RawMrzReading {
  const [a, b, c, d] = mrzQuad(located);
  return {
    ...decoded,
    quad: mirrored ? [b, a, d, c] : [a, b, c, d],
    mirrored,
    accepted: isAccepted(decoded),
    characters: charactersOf(located, decoded),
  };
}

interface View {
  width: number;
  height: number;
  toPicture: Homography;
  /** Whether it shows a document and nothing else, if the outline was one. */
  isDocument: boolean;
}

/** Whether lines run across a document near its lower side, or its upper one where it lies upside down. */
function liesAsInDocument(group: LineGroup, { width, height }: View): boolean {
  return group.every((band) => {
    const middle = (band.left[1] + band.right[1]) / 2 / height;
    return lengthOf(band) > LEAST_OF_WIDTH * width && Math.abs(middle - 0.5) > NEAR_SIDE;
  });
}

/** Of a document's width; an MRZ takes 0.88 to 0.93, and the outline may be off. */
const LEAST_OF_WIDTH = 0.68;
/** From the middle, in heights: the upper line of three begins at 0.2. */
const NEAR_SIDE = 0.1;

/**
 * What may be the document rectified, lying, one after the other; then those that may as well stand; then the picture turned to
 * where text seems to run.
 */
function* viewsOf(picture: Pyramid, outlines: readonly Quad[]): Generator<View> {
  const distinct = outlines.map(layDown);
  for (const { quad, size } of distinct)
    yield { ...size, toPicture: homographyBetween(wholeOf(size), quad), isDocument: true };
  for (const { quad, size } of distinct) {
    if (size.height / size.width < MAY_STAND) continue;
    const turned = { width: size.height, height: size.width };
    yield { ...turned, toPicture: homographyBetween(wholeOf(turned), startAt(quad, 3)), isDocument: true };
  }
  const scale = Math.min(1, 1100 / Math.max(picture.width, picture.height));
  for (const angle of textDirections(picture))
    yield { ...uprightFrame(picture.width, picture.height, angle, scale), isDocument: false };
}

/** Shorter over longer side from which on perspective may have made the longer one of the document the shorter one. */
const MAY_STAND = 0.8;

/** With its longer side across, as long as 1000 pixels. */
function layDown(quad: Quad): { quad: Quad; size: { width: number; height: number } } {
  const [top, right, bottom, left] = sideLengths(quad);
  const [across, down] = [(top + bottom) / 2, (right + left) / 2];
  return {
    quad: across >= down ? quad : startAt(quad, 1),
    size: { width: 1000, height: Math.round((1000 * Math.min(across, down)) / Math.max(across, down)) },
  };
}

/** In one view so many groups of lines are looked at, and strips with a fixed pitch tried, until so many were clearly characters of an MRZ. */
const MOST_LOOKED_AT = 24;
const MOST_TRIED = 14;
const MOST_LOCATED = 3;
const CLEAR_SCORE = -0.5;
/** The same in a mirror: the lines are known already, and so few more readings bound what an unreadable picture costs. */
const MOST_TRIED_MIRRORED = 4;

/** Below this, what a candidate holds are no characters of an MRZ. */
const MIN_SCORE = -1.6;

/** What may be an MRZ: those that clearly are characters of one at once, at the end the best of the others. */
function* locateCandidates(
  picture: Pyramid,
  groups: LineGroup[],
  toPicture: Homography,
  weights: GlyphWeights,
  mostTried: number,
): Generator<LocatedMrz> {
  const unclear: LocatedMrz[] = [];
  let [tried, clear] = [0, 0];
  for (const strip of stripsOf(picture, groups.slice(0, MOST_LOOKED_AT), toPicture)) {
    if (tried++ === mostTried) break;
    for (const inked of [strip, turnInked(strip)]) {
      const mrz = locateMrz(inked, weights, MIN_SCORE);
      if (!mrz) continue;
      if (mrz.score <= CLEAR_SCORE) unclear.push(mrz);
      else {
        yield straighten(picture, mrz);
        if (++clear === MOST_LOCATED) return;
      }
    }
  }
  const best = unclear.sort((a, b) => b.score - a.score).slice(0, MOST_LOCATED - clear);
  for (const mrz of best) yield straighten(picture, mrz);
}

/** Strips along the lines whose characters stand at a fixed pitch: other print is not looked at any further. */
function* stripsOf(picture: Pyramid, groups: LineGroup[], toPicture: Homography): Generator<InkedStrip> {
  const inkedOf = (strip: MrzStrip) => ({ strip, ink: stripInk(strip.image) });
  for (const group of groups) {
    const hypotheses = shapesOf(group);
    for (const hypothesis of hypotheses) {
      const inked = inkedOf(cutStrip(picture, group, hypothesis, toPicture));
      if (standsAtFixedPitch(inked.ink, inked.strip)) yield inked;
    }
  }
  for (const group of groups)
    for (const shape of LONG_SHAPES)
      if (shape.rows === group.length)
        for (const corners of fixedPitchStretches(picture, group, shape, toPicture))
          yield inkedOf(stripBetween(picture, corners, shape, 0));
}

/** Shapes that are looked for in bands that are too long. */
const LONG_SHAPES: readonly MrzShape[] = [
  { rows: 2, columns: 44 },
  { rows: 3, columns: 30 },
  { rows: 2, columns: 36 },
];

function turnInked({ strip, ink }: InkedStrip): InkedStrip {
  return { strip: turnStrip(strip), ink: { ...ink, data: ink.data.toReversed() } };
}

function mrzQuad({ places, strip }: LocatedMrz): Quad {
  const [top, bottom] = [places[0]!, places[places.length - 1]!];
  const corner = (line: typeof top, end: 'left' | 'right', rise: number): Point => {
    const place = end === 'left' ? line[0]! : line[line.length - 1]!;
    const x = place.x + (end === 'left' ? -0.6 : 0.6) * place.pitch;
    return applyHomography(strip.toPicture, x, place.y + rise * place.capHeight * 0.6);
  };
  return [corner(top, 'left', -1), corner(top, 'right', -1), corner(bottom, 'right', 1), corner(bottom, 'left', 1)];
}

function charactersOf(
  { places, strip }: LocatedMrz,
  { lines, confidences }: { lines: string[]; confidences: number[][] },
): RawMrzReading['characters'] {
  return places.flatMap((line, row) =>
    line.map((place, column) => {
      const [x, y] = applyHomography(strip.toPicture, place.x, place.y);
      const [character, confidence] = [lines[row]![column]!, confidences[row]![column]!];
      return { line: row + 1, position: column + 1, character, confidence, x, y };
    }),
  );
}
