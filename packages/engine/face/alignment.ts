import { mean } from '../image/statistics.ts';
import type { Point } from '../readings/quad.ts';
import type { Square } from './crop-square.ts';

/** Eyes, tip of the nose, corners of the mouth: left and right are those of the picture. */
export type FivePoints = readonly [leftEye: Point, rightEye: Point, nose: Point, leftMouth: Point, rightMouth: Point];

/** Side in pixels of the crop by which the network tells people apart. */
export const EMBEDDING_SIZE = 112;

/** Where the network was trained to see the five points, in pixels of its crop whose middles are whole numbers. */
const TEMPLATE: FivePoints = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

/** From the middle of the crop, in sides of it. */
const PLACES = TEMPLATE.map(([x, y]): Point => [(x + 0.5) / EMBEDDING_SIZE - 0.5, (y + 0.5) / EMBEDDING_SIZE - 0.5]);

/** The square that brings five points nearest to where the network wants them, by least squares: moved, turned and scaled only. */
export function alignmentOf(points: FivePoints): Square {
  const [from, to] = [middleOf(PLACES), middleOf(points)];
  let [along, across, spread] = [0, 0, 0];
  for (const [i, [x, y]] of points.entries()) {
    const [u, v] = [PLACES[i]![0] - from[0], PLACES[i]![1] - from[1]];
    const [dx, dy] = [x - to[0], y - to[1]];
    along += u * dx + v * dy;
    across += u * dy - v * dx;
    spread += u * u + v * v;
  }
  const [scaleCosine, scaleSine] = [along / spread, across / spread];
  return {
    centre: [
      to[0] - (from[0] * scaleCosine - from[1] * scaleSine),
      to[1] - (from[0] * scaleSine + from[1] * scaleCosine),
    ],
    side: Math.hypot(scaleCosine, scaleSine),
    angle: Math.atan2(scaleSine, scaleCosine),
  };
}

function middleOf(points: readonly Point[]): Point {
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}
