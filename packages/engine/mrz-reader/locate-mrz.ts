import { applyHomography } from '../image/homography.ts';
import type { GreyImage } from '../image/pixels.ts';
import { quantile } from '../image/statistics.ts';
import { type DecodedMrz, decodeMrz, type MrzLikelihoods } from './decode-mrz.ts';
import { fitGrid } from './fit-grid.ts';
import { CELL_SIZE, type CharacterPlace, cutCell } from './glyph-cell.ts';
import { classify, emptyActivations, GLYPHS, type GlyphWeights, NOTHING } from './glyph-network.ts';
import type { Pyramid } from './gray-image.ts';
import { type InkMap, stripInk } from './ink-map.ts';
import { type MrzStrip, stripBetween } from './mrz-strip.ts';

/** A strip and how dark it is where. */
export interface InkedStrip {
  strip: MrzStrip;
  ink: InkMap;
}

/** A strip with its characters located, before they are all read. */
export interface LocatedMrz extends InkedStrip {
  places: CharacterPlace[][];
  /** Mean logarithm of the likeliest character of some cells: near 0 for text, far below for anything else. */
  score: number;
}

/** Test-time augmentations: cells are classified here, slightly beside (in fractions of pitch and height) and at other sizes, and the answers averaged. */
// biome-ignore format: a table
const AUGMENTATIONS = [
  // across  down   wider  higher
  [ 0,       0,     1,     1   ],
  [-0.07,    0,     1,     1   ],
  [ 0.07,    0,     1,     1   ],
  [ 0,      -0.06,  1,     1   ],
  [ 0,       0.06,  1,     1   ],
  [ 0,       0,     0.94,  1   ],
  [ 0,       0,     1.06,  1   ],
  [ 0,       0,     1,     0.92],
  [ 0,       0,     1,     1.08],
  [-0.05,   -0.05,  1.03,  1.04],
  [ 0.05,    0.05,  0.97,  0.96],
] as const;

/** Augmentations of every cell, and of those of an MRZ that could not be accepted after these. */
export const USUAL_AUGMENTATIONS = 5;
export const ALL_AUGMENTATIONS = AUGMENTATIONS.length;

/**
 * Finds the characters and reads every fourth: enough to see whether this is an MRZ, and which way up. Null when its score cannot
 * reach this any more; most of what is tried is other text.
 */
export function locateMrz({ strip, ink }: InkedStrip, weights: GlyphWeights, leastScore: number): LocatedMrz | null {
  const places = fitGrid(ink, strip);
  const some = places.flatMap((line, row) => line.filter((_, column) => (column + 2 * row) % 4 === 0));
  let sum = 0;
  for (const place of some) {
    if (sum <= leastScore * some.length) return null;
    const likelihoods = classifyAugmented(ink, place, weights, 1);
    let best = -Infinity;
    for (let glyph = 0; glyph < NOTHING; glyph++) best = Math.max(best, likelihoods[glyph]!);
    sum += Math.max(-6, best);
  }
  const score = sum / some.length;
  return score > leastScore ? { strip, ink, places, score } : null;
}

/**
 * Cuts the strip again, along the characters that were found. The ends of bands lie up to a character beside those of the lines,
 * each by another part of it, so that the first strip is sheared, and a leaning letter is another one.
 */
export function straighten(picture: Pyramid, located: LocatedMrz): LocatedMrz {
  const { places, strip } = located;
  const [top, bottom] = [places[0]!, places.at(-1)!];
  const at = ({ x, y }: CharacterPlace) => applyHomography(strip.toPicture, x, y);
  const corners = [at(top[0]!), at(top.at(-1)!), at(bottom.at(-1)!), at(bottom[0]!)] as const;
  const straight = stripBetween(picture, corners, strip.shape, 0.5);
  const ink = stripInk(straight.image);
  return { ...located, strip: straight, ink, places: fitGrid(ink, straight) };
}

export function decodeLocated(
  { strip, ink, places }: LocatedMrz,
  weights: GlyphWeights,
  augmentations = USUAL_AUGMENTATIONS,
): DecodedMrz | null {
  const burnt = findBurnt(strip.image, places);
  const likelihoods: MrzLikelihoods = places.map((line, row) =>
    line.map((place, column) => {
      const cell = classifyAugmented(ink, place, weights, augmentations);
      if (burnt[row]![column]) cell[NOTHING] = BURNT;
      return cell;
    }),
  );
  return decodeMrz(likelihoods, strip.shape);
}

/** Weighs against every character of a burnt cell more than any gate lets pass. */
const BURNT = 8;

/**
 * Where a reflection burns into the line. What is left of a character there may look like another one, clear and whole:
 * a `T` without its bar is an `I`. Such a cell is never believed.
 */
function findBurnt(image: GreyImage, places: CharacterPlace[][]): boolean[][] {
  const fractions = places.map((line) => line.map((place) => burntFraction(image, place)));
  const usual = quantile(fractions.flat(), 0.5);
  return fractions.map((line) => line.map((fraction) => fraction > 0.25 && fraction > usual + 0.25));
}

function burntFraction({ data, width, height }: GreyImage, { x, y, pitch, capHeight }: CharacterPlace): number {
  let burnt = 0;
  let count = 0;
  for (let row = Math.round(y - 0.7 * capHeight); row <= y + 0.7 * capHeight; row++) {
    for (let column = Math.round(x - 0.6 * pitch); column <= x + 0.6 * pitch; column++) {
      if (row < 0 || column < 0 || row >= height || column >= width) continue;
      count++;
      if (data[row * width + column]! >= 250) burnt++;
    }
  }
  return count === 0 ? 0 : burnt / count;
}

const cells = new Float32Array(CELL_SIZE);
const activations = emptyActivations();

/** Mean of the logarithms over the first so many augmentations. */
function classifyAugmented(
  ink: InkMap,
  place: CharacterPlace,
  weights: GlyphWeights,
  augmentations: number,
): Float32Array {
  const likelihoods = new Float32Array(GLYPHS.length);
  for (const [across, down, wider, higher] of AUGMENTATIONS.slice(0, augmentations)) {
    const beside = {
      ...place,
      x: place.x + across * place.pitch,
      y: place.y + down * place.capHeight,
      pitch: place.pitch * wider,
      capHeight: place.capHeight * higher,
    };
    cutCell(ink, beside, cells);
    const probabilities = classify(weights, cells, 0, activations);
    for (let glyph = 0; glyph < likelihoods.length; glyph++) {
      likelihoods[glyph]! += Math.log(probabilities[glyph]! + 1e-7) / augmentations;
    }
  }
  return likelihoods;
}
