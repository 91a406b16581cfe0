import { type DecodedZone, decodeZone, type ZoneLikelihoods } from './decode-mrz.ts';
import { fitGrid } from './fit-grid.ts';
import { applyHomography, type PixelQuad } from './geometry.ts';
import { CELL_SIZE, type CharacterPlace, cutCell } from './glyph-cell.ts';
import { classify, emptyActivations, GLYPHS, type GlyphWeights, NOTHING } from './glyph-network.ts';
import type { GrayImage, Pyramid } from './gray-image.ts';
import { type InkMap, inkMap } from './ink-map.ts';
import { STRIP_PITCH, stripBetween, type ZoneStrip } from './mrz-strip.ts';

/** A strip with its characters located, before they are all read. */
export interface LocatedZone {
  strip: ZoneStrip;
  ink: InkMap;
  places: CharacterPlace[][];
  /** Mean logarithm of the likeliest character of some cells: near 0 for print, far below for anything else. */
  score: number;
}

/** Cells are looked at here, slightly beside (in fractions of pitch and height) and at other sizes, and the answers averaged. */
// biome-ignore format: a table
const LOOKS = [
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

/** Looks at every cell, and at those of a zone that could not be accepted after these. */
export const USUAL_LOOKS = 5;
export const MOST_LOOKS = LOOKS.length;

/** Finds the characters and reads every fourth: enough to see whether this is a zone, and which way up. */
export function locateZone(strip: ZoneStrip, weights: GlyphWeights): LocatedZone {
  const { ink, places } = placeCharacters(strip);
  const some = places.flatMap((line, row) => line.filter((_, column) => (column + 2 * row) % 4 === 0));
  let sum = 0;
  for (const place of some) {
    const likelihoods = lookAt(ink, place, weights, 1);
    let best = -Infinity;
    for (let glyph = 0; glyph < NOTHING; glyph++) best = Math.max(best, likelihoods[glyph]!);
    sum += Math.max(-6, best);
  }
  return { strip, ink, places, score: sum / some.length };
}

function placeCharacters(strip: ZoneStrip): Pick<LocatedZone, 'ink' | 'places'> {
  const ink = inkMap(strip.image, Math.round(STRIP_PITCH * 0.9));
  return { ink, places: fitGrid(ink, strip) };
}

/**
 * Cuts the strip again, along the characters that were found. The ends of bands lie up to a character beside those of the lines,
 * each by another part of it, so that the first strip is sheared, and a leaning letter is another one.
 */
export function straighten(picture: Pyramid, located: LocatedZone): LocatedZone {
  const { places, strip } = located;
  const [top, bottom] = [places[0]!, places[places.length - 1]!];
  const corners = [top[0]!, top[top.length - 1]!, bottom[bottom.length - 1]!, bottom[0]!].map(({ x, y }) =>
    applyHomography(strip.toPicture, x, y),
  ) as unknown as PixelQuad;
  const straight = stripBetween(picture, corners, strip.shape, 0.5);
  return { ...located, strip: straight, ...placeCharacters(straight) };
}

export function decodeLocated(
  { strip, ink, places }: LocatedZone,
  weights: GlyphWeights,
  looks = USUAL_LOOKS,
): DecodedZone | null {
  const burnt = findBurnt(strip.image, places);
  const likelihoods: ZoneLikelihoods = places.map((line, row) =>
    line.map((place, column) => {
      const cell = lookAt(ink, place, weights, looks);
      if (burnt[row]![column]) cell[NOTHING] = BURNT;
      return cell;
    }),
  );
  return decodeZone(likelihoods, strip.shape);
}

/** Weighs against every character of a burnt cell more than any gate lets pass. */
const BURNT = 8;

/**
 * Where a reflection burns into the line. What is left of a character there may look like another one, clear and whole:
 * a `T` without its bar is an `I`. Such a cell is never believed.
 */
function findBurnt(image: GrayImage, places: CharacterPlace[][]): boolean[][] {
  const fractions = places.map((line) => line.map((place) => burntFraction(image, place)));
  const inOrder = fractions.flat().sort((a, b) => a - b);
  const usual = inOrder[Math.floor(inOrder.length / 2)]!;
  return fractions.map((line) => line.map((fraction) => fraction > 0.25 && fraction > usual + 0.25));
}

function burntFraction({ data, width, height }: GrayImage, { x, y, pitch, capHeight }: CharacterPlace): number {
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

/** Mean of the logarithms over the first so many looks. */
function lookAt(ink: InkMap, place: CharacterPlace, weights: GlyphWeights, looks: number): Float32Array {
  const likelihoods = new Float32Array(GLYPHS.length);
  for (const [across, down, wider, higher] of LOOKS.slice(0, looks)) {
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
      likelihoods[glyph]! += Math.log(probabilities[glyph]! + 1e-7) / looks;
    }
  }
  return likelihoods;
}
