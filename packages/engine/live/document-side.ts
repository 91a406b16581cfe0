import { correlate } from '../image/correlate.ts';
import { shrinkToBoxes } from '../image/downscale.ts';
import type { GreyImage } from '../image/pixels.ts';
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
  const size = { width: MRZ_SEARCH_WIDTH, height: Math.round((MRZ_SEARCH_WIDTH * flat.height) / flat.width) };
  const image = shrinkToBoxes(greyOf(flat), size, 'nearest');
  const { width, height } = image;
  const fits = (group: LineGroup) => {
    const middles = group.map(({ left, right }) => (left[1] + right[1]) / 2 / height);
    const long = group.every(({ left, right }) => right[0] - left[0] >= LEAST_MRZ_LENGTH * width);
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
  return shrinkToBoxes(greyOf(flat), TEMPLATE, 'nearest').data;
}

/** Correlation of two templates, −1 to 1, whichever way up each was held. */
export function resemblance(one: Uint8Array, other: Uint8Array): number {
  const turned = Uint8Array.from(other).reverse();
  let best = -1;
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++)
      best = Math.max(best, shifted(one, other, dx, dy), shifted(one, turned, dx, dy));
  return best;
}

function shifted(one: Uint8Array, other: Uint8Array, dx: number, dy: number): number {
  const { width, height } = TEMPLATE;
  const from = REACH * width + REACH;
  return correlate(
    { data: one, from },
    { data: other, from: from + dy * width + dx },
    width,
    width - 2 * REACH,
    height - 2 * REACH,
  );
}

function greyOf({ grey, width, height }: RectifiedDocument): GreyImage {
  return { data: grey, width, height };
}
