import { mapQuad, pointInQuad, quadOf } from '../image/quad.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { Quad } from '../readings/quad.ts';
import type { TextModels } from './text-models.ts';

/** A line of text as a parallelogram with upright ends: where it begins and ends, and how its middle runs. Pixels. */
export interface TextBox {
  left: number;
  right: number;
  /** Of the upper edge at x = 0; the edge falls by `slope` for each pixel to the right. */
  top: number;
  bottom: number;
  slope: number;
}

/** Where the corners of a line lie in the picture, in its pixels, when the document with these corners was rectified at this size. */
export function placeOf(
  { left, right, top, bottom, slope }: TextBox,
  corners: Quad,
  { width, height }: { width: number; height: number },
): Quad {
  return mapQuad(quadOf({ left, top, right, bottom }), ([x, y]) =>
    pointInQuad(corners, x / width, (y + slope * x) / height),
  );
}

/** A pixel more likely than this is text; published with the network. */
const TEXT_PROBABILITY = 0.3;
/** Mean probability that a whole box needs. */
const BOX_PROBABILITY = 0.5;
/** The network learned lines that are shrunken; they grow again by area × this over perimeter. */
const GROWTH = 1.6;
/** Smaller than this, in pixels of either side, is a speck. */
const LEAST_SIDE = 4;

/**
 * Where text is on a rectified document whose sides are multiples of 32.
 *
 * @see PaddleOCR, DB: a probability for every pixel, whose islands are lines of text
 */
export async function findText({ onnx, detector }: TextModels, flat: RectifiedDocument): Promise<TextBox[]> {
  const { width, height, rgb } = flat;
  const probabilities = new Float32Array(width * height);
  for (const { top, bottom, from, to } of stripsOf(height)) {
    const strip = rgb.subarray(top * width * 3, bottom * width * 3);
    const input = toTensor(strip, width * (bottom - top), [0.406, 0.456, 0.485], [0.225, 0.224, 0.229]);
    const output = await detector.run({
      [detector.inputNames[0]!]: new onnx.Tensor('float32', input, [1, 3, bottom - top, width]),
    });
    const seen = output[detector.outputNames[0]!]!.data as Float32Array;
    probabilities.set(seen.subarray((from - top) * width, (to - top) * width), from * width);
  }
  return boxesIn(probabilities, width, height);
}

/** Rows that are looked at at once, a multiple of 32: what the network holds meanwhile grows with them, to 100 MB for a whole page. */
const MOST_ROWS = 384;
/** Rows that two neighbours share; each answers up to the middle of them, so that none judges at its own edge. */
const SHARED_ROWS = 96;

/** From `top` to `bottom` is looked at, of which the rows `from` to `to` count. */
export function stripsOf(height: number): { top: number; bottom: number; from: number; to: number }[] {
  const count = height <= MOST_ROWS ? 1 : Math.ceil((height - SHARED_ROWS) / (MOST_ROWS - SHARED_ROWS));
  const rows = Math.min(MOST_ROWS, height);
  const tops = Array.from({ length: count }, (_, i) =>
    count === 1 ? 0 : Math.round((i * (height - rows)) / (count - 1)),
  );
  return tops.map((top, i) => ({
    top,
    bottom: top + rows,
    from: i === 0 ? 0 : Math.round((top + tops[i - 1]! + rows) / 2),
    to: i === count - 1 ? height : Math.round((tops[i + 1]! + top + rows) / 2),
  }));
}

/** Blue, green, red in planes, as the networks learned them. */
export function toTensor(
  rgb: Uint8Array,
  pixels: number,
  mean: readonly number[],
  deviation: readonly number[],
): Float32Array {
  const planes = new Float32Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++) {
    const scale = 1 / (255 * deviation[channel]!);
    const shift = mean[channel]! / deviation[channel]!;
    for (let i = 0; i < pixels; i++) planes[channel * pixels + i] = rgb[i * 3 + 2 - channel]! * scale - shift;
  }
  return planes;
}

/** The islands of a map of probabilities, as boxes in reading order: row by row, from the left. */
export function boxesIn(probabilities: Float32Array, width: number, height: number): TextBox[] {
  const seen = new Uint8Array(width * height);
  const boxes: TextBox[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || probabilities[start]! <= TEXT_PROBABILITY) continue;
    const box = boxAround(islandFrom(start, probabilities, width, height, seen), probabilities, width);
    if (box) boxes.push(box);
  }
  return boxes.sort((a, b) => middle(a) - middle(b) || a.left - b.left);
}

function middle({ top, bottom, left, right, slope }: TextBox): number {
  return (top + bottom) / 2 + (slope * (left + right)) / 2;
}

function islandFrom(
  start: number,
  probabilities: Float32Array,
  width: number,
  height: number,
  seen: Uint8Array,
): number[] {
  const island = [start];
  seen[start] = 1;
  for (const at of island) {
    const x = at % width;
    for (const next of [
      x > 0 ? at - 1 : -1,
      x < width - 1 ? at + 1 : -1,
      at >= width ? at - width : -1,
      at < width * (height - 1) ? at + width : -1,
    ]) {
      if (next < 0 || seen[next] || probabilities[next]! <= TEXT_PROBABILITY) continue;
      seen[next] = 1;
      island.push(next);
    }
  }
  return island;
}

function boxAround(island: readonly number[], probabilities: Float32Array, width: number): TextBox | null {
  const n = island.length;
  let [sum, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
  for (const at of island) {
    const [x, y] = [at % width, Math.floor(at / width)];
    sum += probabilities[at]!;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  }
  if (sum / n < BOX_PROBABILITY) return null;
  const spread = sumXX - (sumX * sumX) / n;
  const xs = island.map((at) => at % width);
  const [left, right] = [least(xs), most(xs) + 1];
  const rough = spread > 0 ? (sumXY - (sumX * sumY) / n) / spread : 0;
  // Only a long line tells how it runs.
  const slope = right - left > 60 ? Math.max(-0.3, Math.min(0.3, rough)) : 0;
  const levels = island.map((at) => Math.floor(at / width) - slope * (at % width));
  const [top, bottom] = [least(levels), most(levels) + 1];
  if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) return null;
  const grow = ((right - left) * (bottom - top) * GROWTH) / (2 * (right - left + bottom - top));
  return { left: left - grow, right: right + grow, top: top - grow, bottom: bottom + grow, slope };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => (b < a ? b : a));
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => (b > a ? b : a));
}
