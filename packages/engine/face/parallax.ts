import { applyHomography, fitHomography } from '../image/homography.ts';
import { distance } from '../image/quad.ts';
import { mean } from '../image/statistics.ts';
import type { Point } from '../readings/quad.ts';

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
  const homography = fitHomography(source.points, target.points);
  if (homography === null) return null;
  const squares = source.points.map(([x, y], i) => {
    const [u, v] = target.points[i]!;
    const [atX, atY] = applyHomography(homography, x, y);
    return (atX - u) ** 2 + (atY - v) ** 2;
  });
  return (Math.sqrt(mean(squares)) * target.scale) / eyeDistance;
}

/** A homography alone has eight unknowns: with few points it would fit anything. */
const LEAST_POINTS = 12;

/** Around nought and of the size of one, so that the equations stay well-behaved. */
function normalised(points: readonly Point[]): { points: Point[]; scale: number } {
  const middle: Point = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const scale = mean(points.map((point) => distance(point, middle))) || Number.EPSILON;
  return { points: points.map(([x, y]) => [(x - middle[0]) / scale, (y - middle[1]) / scale]), scale };
}
