import { correlate } from '../image/correlate.ts';
import { shrinkToBoxes } from '../image/downscale.ts';
import type { GreyImage } from '../image/pixels.ts';
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
  const size = { width: ZONE_WIDTH, height: Math.round((ZONE_WIDTH * flat.height) / flat.width) };
  const image = shrinkToBoxes(greyOf(flat), size, 'nearest');
  const { width, height } = image;
  const fits = (group: LineGroup) => {
    const middles = group.map(({ left, right }) => (left[1] + right[1]) / 2 / height);
    const long = group.every(({ left, right }) => right[0] - left[0] >= LEAST_ZONE_LENGTH * width);
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
  return shrinkToBoxes(greyOf(flat), MARK, 'nearest').data;
}

/** Correlation of two marks, −1 to 1, whichever way up each was held. */
export function resemblance(one: Uint8Array, other: Uint8Array): number {
  const turned = Uint8Array.from(other).reverse();
  let best = -1;
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++)
      best = Math.max(best, shifted(one, other, dx, dy), shifted(one, turned, dx, dy));
  return best;
}

function shifted(one: Uint8Array, other: Uint8Array, dx: number, dy: number): number {
  const { width, height } = MARK;
  const from = REACH * width + REACH;
  return correlate(
    { data: one, from },
    { data: other, from: from + dy * width + dx },
    width,
    width - 2 * REACH,
    height - 2 * REACH,
  );
}

function greyOf({ grey, width, height }: FlatDocument): GreyImage {
  return { data: grey, width, height };
}
