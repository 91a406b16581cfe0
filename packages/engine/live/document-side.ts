import type { FlatDocument } from '../image/rectify.ts';
import { findLineGroups, type LineGroup } from '../mrz-reader/find-line-groups.ts';

/** Width in pixels at which the lines of a zone are looked for: a character is nine of them wide. */
const ZONE_WIDTH = 500;
/** A zone's lines run over so much of the width at least: 30 characters at ten an inch are nine tenths of a card. */
const LEAST_ZONE_LENGTH = 0.75;
/** How far from its long side, as a part of the height, a card's zone reaches (ICAO Doc 9303-5: 23.2 of 54 mm). */
const ZONE_REACH = 0.46;

/**
 * How many lines of print lie where a machine-readable zone lies: 3, 2 or 0. Along either long side, for a card may be held upside down.
 *
 * It is looked for as the server looks for it, but nothing is read.
 */
export function zoneLinesOf(flat: FlatDocument): number {
  const image = shrunk(flat, ZONE_WIDTH, Math.round((ZONE_WIDTH * flat.height) / flat.width));
  const { width, height } = image;
  const fits = (group: LineGroup) => {
    const middles = group.map(({ left, right }) => (left.y + right.y) / 2 / height);
    const long = group.every(({ left, right }) => right.x - left.x >= LEAST_ZONE_LENGTH * width);
    return long && (middles.every((y) => y > 1 - ZONE_REACH) || middles.every((y) => y < ZONE_REACH));
  };
  return Math.max(
    0,
    ...findLineGroups(image)
      .filter(fits)
      .map(({ length }) => length),
  );
}

/** Places of a mark, across and down. */
const MARK = { width: 60, height: 40 } as const;
/** How far, in places, two outlines of one side may be off. */
const REACH = 2;

/** A side as a few places of grey: enough to know it again, too little to read. */
export function sideMarkOf(flat: FlatDocument): Uint8Array {
  return shrunk(flat, MARK.width, MARK.height).data;
}

/** Correlation of two marks, −1 to 1, whichever way up each was held. */
export function resemblance(one: Uint8Array, other: Uint8Array): number {
  const turned = Uint8Array.from(other).reverse();
  let best = -1;
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++)
      best = Math.max(best, correlate(one, other, dx, dy), correlate(one, turned, dx, dy));
  return best;
}

function correlate(one: Uint8Array, other: Uint8Array, dx: number, dy: number): number {
  let [sum, otherSum, squares, otherSquares, products, count] = [0, 0, 0, 0, 0, 0];
  for (let y = REACH; y < MARK.height - REACH; y++)
    for (let x = REACH; x < MARK.width - REACH; x++, count++) {
      const a = one[y * MARK.width + x]!;
      const b = other[(y + dy) * MARK.width + x + dx]!;
      sum += a;
      otherSum += b;
      squares += a * a;
      otherSquares += b * b;
      products += a * b;
    }
  const variance = (squares - (sum * sum) / count) * (otherSquares - (otherSum * otherSum) / count);
  return variance <= 0 ? 0 : (products - (sum * otherSum) / count) / Math.sqrt(variance);
}

/** Each place is the mean of the pixels that it covers. */
function shrunk({ grey, width, height }: FlatDocument, across: number, down: number) {
  const data = new Uint8Array(across * down);
  for (let row = 0, i = 0; row < down; row++) {
    const top = Math.floor((row * height) / down);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / down));
    for (let column = 0; column < across; column++, i++) {
      const left = Math.floor((column * width) / across);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / across));
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += grey[y * width + x]!;
      data[i] = sum / ((bottom - top) * (right - left)) + 0.5;
    }
  }
  return { data, width: across, height: down };
}
