import { solveLinear } from '../image/solve-linear.ts';
import { fitPitch } from './fit-pitch.ts';
import type { CharacterPlace } from './glyph-cell.ts';
import type { InkMap } from './ink-map.ts';
import { type MrzStrip, STRIP_PITCH, USUAL_LEADING } from './mrz-strip.ts';

/**
 * Where every character of a strip stands: one row of places per line, in pixels of the strip.
 * Lines are found by the ink between them, characters by their fixed pitch.
 */
export function fitGrid(ink: InkMap, strip: MrzStrip): CharacterPlace[][] {
  const { rows, columns } = strip.shape;
  const { slope, profile } = findSlope(ink);
  const { top, capHeight, leading } = fitLines(profile, strip);
  return Array.from({ length: rows }, (_, row) => {
    const line = settleLine(ink, { middle: top + row * leading + capHeight / 2, slope, bend: 0 }, capHeight);
    return fitPitch(lineProfile(ink, line, capHeight), columns).map(({ x, pitch }) => {
      const across = x - ink.width / 2;
      return { x, y: heightOf(line, across), pitch, capHeight, slope: line.slope + 2 * line.bend * across };
    });
  });
}

/** The middle of a line of text: a parabola, since paper bends and pages are bound. */
interface Line {
  /** Height at half the strip's width, in pixels. */
  middle: number;
  /** There, pixels down for each to the right. */
  slope: number;
  /** Half of what the slope grows by from one pixel to the next. */
  bend: number;
}

/** @param across  pixels to the right of half the strip's width */
function heightOf({ middle, slope, bend }: Line, across: number): number {
  return middle + (slope + bend * across) * across;
}

/** The slope at which the rows of ink stand out most, and the ink of each row along it. */
function findSlope(ink: InkMap): { slope: number; profile: Float32Array } {
  let best = { slope: 0, profile: new Float32Array(ink.height), variance: -1 };
  for (let step = -8; step <= 8; step++) {
    const slope = step * 0.005;
    const profile = profileAlong(ink, slope);
    let mean = 0;
    for (const value of profile) mean += value / profile.length;
    let variance = 0;
    for (const value of profile) variance += (value - mean) ** 2;
    if (variance > best.variance) best = { slope, profile, variance };
  }
  return best;
}

/** Ink of each row along a slope, of every third column. Row by row, as it lies in memory. */
function profileAlong({ data, width, height }: InkMap, slope: number): Float32Array<ArrayBuffer> {
  const shifts = Int32Array.from({ length: Math.ceil(width / 3) }, (_, i) => Math.round(slope * (3 * i - width / 2)));
  const profile = new Float32Array(height);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    for (let i = 0; i < shifts.length; i++) {
      const row = y + shifts[i]!;
      if (row >= 0 && row < height) sum = Math.fround(sum + data[row * width + 3 * i]!);
    }
    profile[y] = sum;
  }
  return profile;
}

/**
 * Height and distance of the lines: much ink inside them, little just above and below.
 *
 * Blur makes text look taller by up to a fifth, and the network knows no such letters; so capitals are at most as tall as OCR-B of
 * size 1 is beside its pitch and the distance of the lines.
 */
function fitLines(profile: Float32Array, { shape, firstLine, leading: expected }: MrzStrip) {
  const stretch = expected / (STRIP_PITCH * (shape.rows === 3 ? USUAL_LEADING.three : USUAL_LEADING.two));
  const tallest = STRIP_PITCH * TALLEST_CAPITAL * Math.max(0.9, Math.min(1.12, stretch));
  const sums = new Float64Array(profile.length + 1);
  for (let y = 0; y < profile.length; y++) sums[y + 1] = sums[y]! + profile[y]!;
  const clamp = (y: number) => Math.max(0, Math.min(profile.length, Math.round(y)));
  const inkBetween = (from: number, to: number) => sums[clamp(to)]! - sums[clamp(from)]!;

  let best = { top: firstLine - tallest / 2, capHeight: tallest, leading: expected, score: -Infinity };
  for (let capHeight = tallest; capHeight >= STRIP_PITCH * 0.72; capHeight -= 1) {
    for (let leading = expected * 0.86; leading <= expected * 1.14; leading += 0.75) {
      const middle = firstLine - capHeight / 2 - ((leading - expected) * (shape.rows - 1)) / 2;
      for (let top = middle - STRIP_PITCH * 0.75; top <= middle + STRIP_PITCH * 0.75; top += 1) {
        let score = 0;
        for (let row = 0; row < shape.rows; row++) {
          const from = top + row * leading;
          const to = from + capHeight;
          const rim = capHeight / 4;
          score += inkBetween(from, to) - 2 * (inkBetween(from - rim, from) + inkBetween(to, to + rim));
        }
        score /= Math.sqrt(capHeight);
        if (score > best.score) best = { top, capHeight, leading, score };
      }
    }
  }
  return best;
}

/** In pitches of 2.54 mm: capitals of 2.4 mm. Where others differ, the bounds above hold. */
const TALLEST_CAPITAL = 0.95;

/**
 * Perspective leaves each line a slope of its own, and paper a bend. Fits a parabola through the ink, column by column, again and again,
 * because the window cuts the outer characters until it lies along the line.
 */
function settleLine(ink: InkMap, line: Line, capHeight: number): Line {
  let settled = line;
  for (const reach of REACHES) settled = fitThroughInk(ink, settled, capHeight * reach);
  return settled;
}

/** How far from the line ink counts, in heights of a capital, from one time to the next. */
const REACHES = [0.95, 0.95, 0.9, 0.8] as const;

function fitThroughInk({ data, width, height }: InkMap, line: Line, reach: number): Line {
  // Sums over the ink of powers of its place along the line, and of these times its distance from it.
  const powers = [0, 0, 0, 0, 0];
  const offsets = [0, 0, 0];
  for (let column = STRIP_PITCH; column < width - STRIP_PITCH; column++) {
    const x = (2 * column) / width - 1;
    const middle = heightOf(line, column - width / 2);
    const from = Math.max(0, Math.ceil(middle - reach));
    const to = Math.min(height - 1, Math.floor(middle + reach));
    let [weight, offset] = [0, 0];
    for (let row = from; row <= to; row++) {
      const ink = data[row * width + column]!;
      if (ink < LEAST_INK) continue;
      weight += ink;
      offset += ink * (row - middle);
    }
    for (let power = 0; power < 5; power++, weight *= x) powers[power]! += weight;
    for (let power = 0; power < 3; power++, offset *= x) offsets[power]! += offset;
  }
  const fitted = solveLinear([0, 1, 2].map((row) => [powers[row]!, powers[row + 1]!, powers[row + 2]!, offsets[row]!]));
  if (!fitted) return line;
  const [middle, slope, bend] = fitted as [number, number, number];
  const half = width / 2;
  return { middle: line.middle + middle, slope: line.slope + slope / half, bend: line.bend + bend / half ** 2 };
}

/** What is fainter belongs to the pattern behind the text. */
const LEAST_INK = 0.35;

/** Ink of each column of one line; a column that is black from top to bottom counts no more than a stroke. */
function lineProfile(ink: InkMap, line: Line, capHeight: number): Float32Array {
  const profile = new Float32Array(ink.width);
  const reach = capHeight * 0.6;
  for (let x = 0; x < ink.width; x++) {
    const y = heightOf(line, x - ink.width / 2);
    const from = Math.max(0, Math.round(y - reach));
    const to = Math.min(ink.height - 1, Math.round(y + reach));
    let sum = 0;
    for (let row = from; row <= to; row++) sum += ink.data[row * ink.width + x]!;
    profile[x] = Math.min(sum, capHeight * 0.6);
  }
  return profile;
}
