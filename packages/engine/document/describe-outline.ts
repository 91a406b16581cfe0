import { aspectRatio, quadArea, scaleQuad, sideRatio } from '../image/quad.ts';
import { round } from '../image/quality.ts';
import type { DocumentReading, Quad } from '../readings/capture.ts';

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

export function toFractions(quad: Quad, width: number, height: number): Quad {
  return scaleQuad(quad, 1 / width, 1 / height).map(([x, y]) => [round(x, 4), round(y, 4)]) as unknown as Quad;
}
