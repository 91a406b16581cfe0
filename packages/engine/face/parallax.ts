import { solveLinear } from '../image/solve-linear.ts';
import type { Point } from '../readings/capture.ts';

/**
 * How far the features of a turned face are from where they would be if the first face were a flat picture that was turned.
 *
 * The homography that fits best takes the landmarks of one to those of the other; what remains, as root mean square, is divided by
 * the distance of the eyes. A photograph leaves little, whichever way it is held; a head is not flat.
 *
 * @param from  landmarks of the frontal face, in pixels or in equal parts
 * @param to  the same landmarks of the turned face
 * @returns null when the landmarks do not belong together or lie on a line
 */
export function parallaxResidual(from: readonly Point[], to: readonly Point[], eyeDistance: number): number | null {
  if (from.length !== to.length || from.length < LEAST_POINTS || eyeDistance <= 0) return null;
  const [source, target] = [normalised(from), normalised(to)];
  const rows = source.points.flatMap(([x, y], i) => {
    const [u, v] = target.points[i]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solution = solveLinear(rows);
  if (solution === null) return null;
  const [a, b, c, d, e, f, g, h] = solution as [number, number, number, number, number, number, number, number];
  const squares = source.points.map(([x, y], i) => {
    const [u, v] = target.points[i]!;
    const depth = g * x + h * y + 1;
    return ((a * x + b * y + c) / depth - u) ** 2 + ((d * x + e * y + f) / depth - v) ** 2;
  });
  const rootMeanSquare = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  return (rootMeanSquare * target.scale) / eyeDistance;
}

/** A homography alone has eight unknowns: with few points it would fit anything. */
const LEAST_POINTS = 12;

/** Around nought and of the size of one, so that the equations stay well-behaved. */
function normalised(points: readonly Point[]): { points: Point[]; scale: number } {
  const [middleX, middleY] = [0, 1].map((i) => points.reduce((sum, point) => sum + point[i]!, 0) / points.length) as [
    number,
    number,
  ];
  const scale =
    points.reduce((sum, [x, y]) => sum + Math.hypot(x - middleX, y - middleY), 0) / points.length || Number.EPSILON;
  return { points: points.map(([x, y]) => [(x - middleX) / scale, (y - middleY) / scale]), scale };
}
