import { aspectRatio, quadArea, sideRatio, toFractions } from '../image/quad.ts';
import { round } from '../image/statistics.ts';
import type { DocumentReading } from '../readings/document.ts';
import type { Quad } from '../readings/quad.ts';

/** How near to the edge, as a part of the picture, a corner counts as cut off. */
const EDGE = 0.004;

/** @param corners  in pixels of the picture */
export function describeOutline(
  corners: Quad,
  foundBy: DocumentReading['foundBy'],
  { width, height }: { width: number; height: number },
): DocumentReading {
  const quad = toFractions(corners, width, height);
  return {
    quad,
    foundBy,
    aspectRatio: round(aspectRatio(corners), 3),
    sideRatio: round(sideRatio(corners), 3),
    coverage: round(quadArea(quad), 3),
    cutOff: quad.some(([x, y]) => x < EDGE || y < EDGE || x > 1 - EDGE || y > 1 - EDGE),
  };
}
