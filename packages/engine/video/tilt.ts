import { scaleQuad, sideLengths } from '../image/quad.ts';
import { round } from '../image/statistics.ts';
import type { FrameReading } from '../readings/capture.ts';
import type { Quad } from '../readings/quad.ts';

/** Logarithms of upper over lower side, left over right side, width over height: none depends on distance or place. */
export type Shape = readonly [upper: number, side: number, aspect: number];

/** How the document looked in each frame in which its outline was found. */
export function shapesIn(frames: readonly FrameReading[]): Shape[] {
  return frames.flatMap(({ document, image }) => (document ? [shapeOf(document.quad, image)] : []));
}

/** @param quad  in fractions of the picture */
export function shapeOf(quad: Quad, { width, height }: { width: number; height: number }): Shape {
  const [top, right, bottom, left] = sideLengths(scaleQuad(quad, width, height));
  return [Math.log(top / bottom), Math.log(left / right), Math.log((top + bottom) / (left + right))];
}

/** The range of the proportion that changed most; one outline found wrongly on either end does not count. */
export function tiltOf(shapes: readonly Shape[]): number {
  const ranges = [0, 1, 2].map((part) => {
    const values = shapes.map((shape) => shape[part]!).sort((a, b) => a - b);
    return values.at(-2)! - values[1]!;
  });
  return round(Math.max(...ranges), 3);
}
