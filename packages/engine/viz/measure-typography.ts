import { valueBetween } from '../image/bilinear.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import { clamp, mean, quantile, round } from '../image/statistics.ts';
import type { LineTypography } from '../readings/text.ts';
import type { TextBox } from './find-text.ts';

/** Lower letters cannot be measured; in pixels. */
const LEAST_HEIGHT = 7;

/**
 * Measures the letters of one line: six CPU milliseconds for a date.
 *
 * @param flat  the document at the width at which text is read
 * @returns null where no letters stand out of the background
 */
export function measureTypography(flat: RectifiedDocument, box: TextBox): LineTypography | null {
  const size = { width: Math.round(box.right - box.left), height: Math.round(box.bottom - box.top) };
  if (size.height < LEAST_HEIGHT || size.width < size.height) return null;
  const slope = box.slope + remainingSlope(inkOf(straighten(flat, box, box.slope, size)));
  const dark = straighten(flat, box, slope, size);
  const ink = inkOf(dark);
  const body = bodyOf(sumRows(ink, 0, size.width));
  if (!body || body.to - body.from < LEAST_HEIGHT) return null;
  const height = body.to - body.from;
  const letters = { ...ink, top: Math.ceil(body.from), bottom: Math.floor(body.to) };
  const ends = crossings(sumColumns(letters), LEAST_COLUMN * height);
  if (!ends) return null;
  const { area, edge } = areaAndEdge(letters);
  const middle = (box.left + box.right) / 2;
  const background = backgroundOf(dark, ink);
  return {
    height: round(height / flat.width, 5),
    length: round((ends.to - ends.from) / flat.width, 5),
    stroke: round((2 * area) / Math.max(1, edge) / height, 4),
    slant: round(slantOf(letters), 3),
    baseline: round((box.top + body.to + box.slope * middle + slope * (box.left - middle)) / flat.width, 5),
    background: background && round(background, 4),
  };
}

interface Window {
  values: Float32Array;
  width: number;
  height: number;
}

/** A window whose letters stand between two rows. */
type Letters = Window & { top: number; bottom: number };

/** Share of the brightest pixels of a window that are paper. */
const PAPER = 0.8;

/** By how much each pixel is darker than the paper, 0 to 1. The window follows the line about its middle; its ends are upright. */
function straighten(
  { grey, width, height }: RectifiedDocument,
  box: TextBox,
  slope: number,
  size: { width: number; height: number },
): Window {
  const values = new Float32Array(size.width * size.height);
  const middle = (box.left + box.right) / 2;
  for (let row = 0; row < size.height; row++)
    for (let column = 0; column < size.width; column++) {
      const x = box.left + column;
      const left = clamp(Math.floor(x), 0, width - 2);
      const y = box.top + row + box.slope * middle + slope * (x - middle);
      const top = clamp(Math.floor(y), 0, height - 2);
      const [right, below] = [clamp(x - left, 0, 1), clamp(y - top, 0, 1)];
      values[row * size.width + column] = valueBetween(grey, top * width + left, 1, width, right, below);
    }
  const paper = Math.max(1, quantile(values, PAPER));
  return { values: values.map((value) => Math.max(0, 1 - value / paper)), ...size };
}

/** Which share of the darkest ink is still background: fine lines and shading. */
const BACKGROUND_SHARE = 0.3;

/** The same from 0 for background to 1 for full ink. */
function inkOf({ values, width, height }: Window): Window {
  const darkest = Math.max(0.05, quantile(values, 0.97));
  return {
    values: values.map((value) => clamp((value / darkest - BACKGROUND_SHARE) / (1 - BACKGROUND_SHARE), 0, 1)),
    width,
    height,
  };
}

/** Bands across a line by whose rows its slope is told, and the slopes that are tried. */
const BANDS = 8;
const SLOPES = Array.from({ length: 17 }, (_, i) => (i - 8) * 0.0025);

/** By how much the line still falls: at the right slope the rows of all bands begin and end together. */
function remainingSlope(ink: Window): number {
  const band = ink.width / BANDS;
  const profiles = Array.from({ length: BANDS }, (_, i) =>
    sumRows(ink, Math.floor(i * band), Math.floor((i + 1) * band)),
  );
  const steepness = SLOPES.map((slope) => {
    const rows = Array.from({ length: ink.height }, (_, row) =>
      profiles.reduce((sum, profile, i) => sum + valueAt(profile, row + slope * band * (i + 0.5 - BANDS / 2)), 0),
    );
    return rows.slice(1).reduce((sum, value, row) => sum + (value - rows[row]!) ** 2, 0);
  });
  return SLOPES[steepness.indexOf(Math.max(...steepness))]!;
}

function sumRows({ values, width, height }: Window, from: number, to: number): number[] {
  return Array.from({ length: height }, (_, row) => {
    let sum = 0;
    for (let i = row * width + from; i < row * width + to; i++) sum += values[i]!;
    return sum;
  });
}

function sumColumns({ values, width, top, bottom }: Letters): number[] {
  return Array.from({ length: width }, (_, column) => {
    let sum = 0;
    for (let row = top; row < bottom; row++) sum += values[row * width + column]!;
    return sum;
  });
}

interface Span {
  from: number;
  to: number;
}

/** Which part of what the body's rows hold on average marks its top and baseline. */
const BODY_EDGE = 0.4;
/** In parts of the height: a column with less ink lies beside the letters. */
const LEAST_COLUMN = 0.12;

/** The rows between top and baseline of the letters: tails, marks and what else reaches into the window have little ink. */
function bodyOf(rows: readonly number[]): Span | null {
  const usual = quantile(rows, 0.6);
  let best: Span | null = null;
  for (let row = 0, from = -1; row <= rows.length; row++) {
    const inside = row < rows.length && rows[row]! > 0.3 * usual;
    if (inside && from < 0) from = row;
    if (inside || from < 0) continue;
    if (!best || row - from > best.to - best.from) best = { from, to: row };
    from = -1;
  }
  if (!best) return null;
  const level = BODY_EDGE * mean(rows.slice(best.from, best.to));
  return crossings(rows, level, best);
}

/** Between pixels, where a profile first and last passes a level. */
function crossings(profile: readonly number[], level: number, within = { from: 0, to: profile.length }): Span | null {
  let [first, last] = [within.from, within.to - 1];
  while (first <= last && profile[first]! < level) first++;
  while (last >= first && profile[last]! < level) last--;
  if (first > last) return null;
  const part = (inside: number, outside: number | undefined) =>
    outside === undefined ? 0 : clamp((profile[inside]! - level) / Math.max(1e-6, profile[inside]! - outside), 0, 1);
  return { from: first - part(first, profile[first - 1]), to: last + part(last, profile[last + 1]) };
}

/** Of strokes whose edges are as long as this, thickness is twice area over edge. */
function areaAndEdge({ values, width, top, bottom }: Letters): { area: number; edge: number } {
  let [area, edge] = [0, 0];
  for (let row = top; row < bottom - 1; row++)
    for (let column = 0; column < width - 1; column++) {
      const at = row * width + column;
      area += values[at]!;
      edge += Math.hypot(values[at + 1]! - values[at]!, values[at + width]! - values[at]!);
    }
  return { area, edge };
}

/** So far from any ink, in pixels, background is not yet ink's blur. */
const BESIDE_INK = 3;
const FEWEST_BACKGROUND = 200;

/** How much brightness varies between and around the letters once noise is averaged away; null where they leave too little background. */
function backgroundOf({ values, width, height }: Window, ink: Window): number | null {
  const near = new Uint8Array(values.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (ink.values[row * width + column]! < 0.25) continue;
      for (let y = Math.max(0, row - BESIDE_INK); y <= Math.min(height - 1, row + BESIDE_INK); y++)
        near.fill(
          1,
          y * width + Math.max(0, column - BESIDE_INK),
          y * width + Math.min(width, column + BESIDE_INK + 1),
        );
    }
  let [count, sum, squares] = [0, 0, 0];
  for (let row = 1; row < height - 1; row++)
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      if (near[at]) continue;
      let around = 0;
      for (let i = at - width; i <= at + width; i += width) around += values[i - 1]! + values[i]! + values[i + 1]!;
      count++;
      sum += around / 9;
      squares += (around / 9) ** 2;
    }
  if (count < FEWEST_BACKGROUND) return null;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

const SLANTS = Array.from({ length: 19 }, (_, i) => (i - 6) * 0.03);

/** Letters pushed upright make columns that are full or empty; the middle of the slants that do it best. */
function slantOf({ values, width, top, bottom }: Letters): number {
  const sharpness = SLANTS.map((slant) => {
    const columns = new Float32Array(width);
    for (let row = top; row < bottom; row++) {
      const shift = Math.round(slant * (row - (top + bottom) / 2));
      for (let column = Math.max(0, -shift); column < Math.min(width, width - shift); column++)
        columns[column + shift]! += values[row * width + column]!;
    }
    return columns.reduce((sum, value, i) => sum + (i === 0 ? 0 : (value - columns[i - 1]!) ** 2), 0);
  });
  const most = Math.max(...sharpness);
  const best = SLANTS.filter((_, i) => sharpness[i]! > 0.97 * most);
  return mean(best);
}

function valueAt(profile: readonly number[], place: number): number {
  const from = Math.floor(place);
  const share = place - from;
  return (profile[from] ?? 0) * (1 - share) + (profile[from + 1] ?? 0) * share;
}
