import type { Point, Quad } from '../readings/quad.ts';
import { solveLeastSquares, solveLinear } from './solve-linear.ts';

/** A projective map of the plane, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export function applyHomography([a, b, c, d, e, f, g, h, i]: Homography, x: number, y: number): Point {
  const depth = g * x + h * y + i;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

/** The homography that takes the corners `from` to the corners `to`. Corners of which three lie on a line have none: it is all NaN. */
export function homographyBetween(from: Quad, to: Quad): Homography {
  return toHomography(solveLinear(equationsBetween(from, to))) ?? NONE;
}

/** The homography that takes many points as near as can be to as many others; null when they lie on a line. */
export function fitHomography(from: readonly Point[], to: readonly Point[]): Homography | null {
  return toHomography(solveLeastSquares(equationsBetween(from, to)));
}

const NONE: Homography = [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN];

/** Two equations for each pair of points; the unknowns are the eight numbers, the ninth being 1. */
function equationsBetween(from: readonly Point[], to: readonly Point[]): number[][] {
  return from.flatMap(([x, y], i) => {
    const [u, v] = to[i]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
}

function toHomography(solution: number[] | null): Homography | null {
  if (!solution) return null;
  const [a, b, c, d, e, f, g, h] = solution as [number, number, number, number, number, number, number, number];
  return [a, b, c, d, e, f, g, h, 1];
}

/** Turns about the middle of a picture so that what ran at `angle` runs to the right, in a frame that holds it all. */
export function uprightFrame(
  width: number,
  height: number,
  angle: number,
  scale: number,
): { width: number; height: number; toPicture: Homography } {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const frameWidth = Math.max(1, Math.round(scale * (width * Math.abs(cosine) + height * Math.abs(sine))));
  const frameHeight = Math.max(1, Math.round(scale * (width * Math.abs(sine) + height * Math.abs(cosine))));
  const [a, d] = [cosine / scale, sine / scale];
  const middleX = width / 2 - (a * frameWidth) / 2 + (d * frameHeight) / 2;
  const middleY = height / 2 - (d * frameWidth) / 2 - (a * frameHeight) / 2;
  return { width: frameWidth, height: frameHeight, toPicture: [a, -d, middleX, d, a, middleY, 0, 0, 1] };
}
