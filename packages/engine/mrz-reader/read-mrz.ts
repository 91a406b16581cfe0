import type { MrzFormat } from '@reident/mrz';
import { applyHomography, type Homography, homographyBetween, uprightFrame } from '../image/homography.ts';
import type { GreyImage } from '../image/pixels.ts';
import { sideLengths, startAt, wholeOf } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { type DecodedMrz, isBetter } from './decode-mrz.ts';
import { findLineGroups, type LineGroup } from './find-line-groups.ts';
import type { GlyphWeights } from './glyph-network.ts';
import { Pyramid } from './gray-image.ts';
import { ALL_AUGMENTATIONS, decodeLocated, type LocatedMrz, locateMrz, straighten } from './locate-mrz.ts';
import { cutStrip, shapesOf } from './mrz-strip.ts';
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
  const searched: Searched[] = [];
  for (const view of viewsOf(picture, outlines)) {
    const groups = findLineGroups(picture.draw(view.width, view.height, view.toPicture));
    searched.push({ groups, toPicture: view.toPicture });
    for (const located of locateCandidates(picture, groups, view.toPicture, weights, MOST_TRIED)) {
      const decoded = decodeWithAllAugmentations(located, weights);
      if (!decoded || (best && !isBetter({ ...decoded, confidences: [] }, { ...best, confidences: [] }))) continue;
      best = toReading(located, decoded, false);
      if (best.accepted && decoded.repaired === 0) return best;
    }
    if (best?.accepted) return best;
  }
  return readMirrored(picture, searched, weights) ?? best;
}

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
}

/**
 * What may be the document rectified, lying, one after the other; then those that may as well stand; then the picture turned to
 * where text seems to run.
 */
function* viewsOf(picture: Pyramid, outlines: readonly Quad[]): Generator<View> {
  const distinct = outlines.map(layDown);
  for (const { quad, size } of distinct) yield { ...size, toPicture: homographyBetween(wholeOf(size), quad) };
  for (const { quad, size } of distinct) {
    if (size.height / size.width < MAY_STAND) continue;
    const turned = { width: size.height, height: size.width };
    yield { ...turned, toPicture: homographyBetween(wholeOf(turned), startAt(quad, 3)) };
  }
  const scale = Math.min(1, 1100 / Math.max(picture.width, picture.height));
  for (const angle of textDirections(picture)) yield uprightFrame(picture.width, picture.height, angle, scale);
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

/** Candidates are looked at until this many were clearly characters of an MRZ, and this many were tried at all, in one view. */
const MOST_LOCATED = 3;
const CLEAR_SCORE = -0.5;
const MOST_TRIED = 14;
/** The same in a mirror: the lines are known already, and so few more readings bound what an unreadable picture costs. */
const MOST_TRIED_MIRRORED = 4;

/** Below this, what a candidate holds are no characters of an MRZ. */
const MIN_SCORE = -1.6;

function locateCandidates(
  picture: Pyramid,
  groups: LineGroup[],
  toPicture: Homography,
  weights: GlyphWeights,
  mostTried: number,
): LocatedMrz[] {
  const located: LocatedMrz[] = [];
  let tried = 0;
  for (const group of groups) {
    for (const hypothesis of shapesOf(group)) {
      for (const upsideDown of [false, true]) {
        const mrz = locateMrz(cutStrip(picture, group, hypothesis, toPicture, upsideDown), weights, MIN_SCORE);
        if (mrz) located.push(mrz);
      }
    }
    tried++;
    if (located.filter(({ score }) => score > CLEAR_SCORE).length >= MOST_LOCATED || tried >= mostTried) break;
  }
  return located
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_LOCATED)
    .map((mrz) => straighten(picture, mrz));
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
