import { aspectRatio, sideRatio } from '../image/quad.ts';
import type { Quad } from '../readings/quad.ts';

/** What may be the outline of a card or page, whichever way it was found. */

/** Which part of the picture a document may cover. */
export const LEAST_COVERAGE = 0.06;
export const MOST_COVERAGE = 0.98;

/** Opposite sides that differ more belong to no card that can be read. */
const LEAST_SIDE_RATIO = 0.5;

/** Longer over shorter side of ID-1 (1.59), ID-2 and ID-3 (1.42): as usually seen, and as ever seen, from steep angles. */
const ASPECTS = [1.15, 1.95] as const;
const STEEP_ASPECTS = [1, 2.3] as const;

/** How likely a four-cornered shape is a card's by its proportions, 0 to 1. */
export function cardLikelihood(quad: Quad): number {
  const aspect = aspectRatio(quad);
  if (!within(aspect, STEEP_ASPECTS) || sideRatio(quad) < LEAST_SIDE_RATIO) return 0;
  return within(aspect, ASPECTS) ? 1 : 0.4;
}

export function within(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
