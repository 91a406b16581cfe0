import type { RectifiedDocument } from '../image/rectify.ts';
import { findLineGroups, type LineGroup } from '../mrz-reader/find-line-groups.ts';

/** Width in pixels at which the lines of an MRZ are looked for: a character is nine of them wide. */
const MRZ_SEARCH_WIDTH = 500;
/** An MRZ's lines run over so much of the width at least: 30 characters at ten an inch are nine tenths of a card. */
const LEAST_MRZ_LENGTH = 0.75;
/** How far from its long side, as a part of the height, a card's MRZ reaches (ICAO Doc 9303-5: 23.2 of 54 mm). */
const MRZ_REACH = 0.46;

/**
 * How many lines of text lie where a machine-readable zone lies: 3, 2 or 0. Along either long side, for a card may be held upside down.
 *
 * It is looked for as the server looks for it, but nothing is read.
 */
export function mrzLinesOf(flat: RectifiedDocument): number {
  const image = shrunk(flat, MRZ_SEARCH_WIDTH, Math.round((MRZ_SEARCH_WIDTH * flat.height) / flat.width));
  const { width, height } = image;
  const fits = (group: LineGroup) => {
    const middles = group.map(({ left, right }) => (left.y + right.y) / 2 / height);
    const long = group.every(({ left, right }) => right.x - left.x >= LEAST_MRZ_LENGTH * width);
    return long && (middles.every((y) => y > 1 - MRZ_REACH) || middles.every((y) => y < MRZ_REACH));
  };
  return Math.max(
    0,
    ...findLineGroups(image)
      .filter(fits)
      .map(({ length }) => length),
  );
}

/** Places of a template, across and down. */
const TEMPLATE = { width: 60, height: 40 } as const;
/** How far, in places, two outlines of one side may be off. */
const REACH = 2;

/** A side as a few places of grey: enough to know it again, too little to read. */
export function sideTemplateOf(flat: RectifiedDocument): Uint8Array {
  return shrunk(flat, TEMPLATE.width, TEMPLATE.height).data;
}

/** Correlation of two templates, −1 to 1, whichever way up each was held. */
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
  for (let y = REACH; y < TEMPLATE.height - REACH; y++)
    for (let x = REACH; x < TEMPLATE.width - REACH; x++, count++) {
      const a = one[y * TEMPLATE.width + x]!;
      const b = other[(y + dy) * TEMPLATE.width + x + dx]!;
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
function shrunk({ grey, width, height }: RectifiedDocument, across: number, down: number) {
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
