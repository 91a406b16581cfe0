import type { Point } from '../readings/quad.ts';

/** A face as the detector sees it, in pixels of its input. */
export interface DetectedBox {
  score: number;
  centre: Point;
  width: number;
  height: number;
  /** Eye on the left of the picture and eye on its right. */
  eyes: readonly [Point, Point];
}

/** Side of the detector's input in pixels. */
export const DETECTOR_SIZE = 256;

/** Numbers per anchor: logit, centre offset, size, six points. */
const VALUES = 17;

/** One detector grid: cells of a stride, and how many anchors stand in each. */
const GRIDS = [
  { stride: 16, anchors: 2 },
  { stride: 32, anchors: 6 },
] as const;

/** Below this the detector sees faces in guilloches. */
const LEAST_SCORE = 0.5;

/** Boxes that overlap more are the same face. */
const SAME_FACE = 0.3;

/** Faces in the detector's output, the surest first, each once. */
export function decodeBoxes(output: Float32Array): DetectedBox[] {
  const boxes = ANCHORS.flatMap(([x, y], i) => {
    const at = i * VALUES;
    const score = 1 / (1 + Math.exp(-output[at]!));
    if (score < LEAST_SCORE) return [];
    const point = (k: number): Point => [x + output[at + 5 + 2 * k]!, y + output[at + 6 + 2 * k]!];
    const centre: Point = [x + output[at + 1]!, y + output[at + 2]!];
    return [{ score, centre, width: output[at + 3]!, height: output[at + 4]!, eyes: [point(0), point(1)] as const }];
  });
  const kept: DetectedBox[] = [];
  for (const box of boxes.sort((a, b) => b.score - a.score))
    if (kept.every((other) => overlap(box, other) < SAME_FACE)) kept.push(box);
  return kept;
}

const ANCHORS: readonly Point[] = GRIDS.flatMap(({ stride, anchors }) => {
  const cells = DETECTOR_SIZE / stride;
  return Array.from({ length: cells * cells * anchors }, (_, i): Point => {
    const cell = Math.floor(i / anchors);
    return [stride * ((cell % cells) + 0.5), stride * (Math.floor(cell / cells) + 0.5)];
  });
});

/** Number of rows that the detector answers. */
export const ANCHOR_COUNT = ANCHORS.length;

/** Intersection over union. */
function overlap(a: DetectedBox, b: DetectedBox): number {
  const along = (i: 0 | 1, size: 'width' | 'height') =>
    Math.min(a.centre[i] + a[size] / 2, b.centre[i] + b[size] / 2) -
    Math.max(a.centre[i] - a[size] / 2, b.centre[i] - b[size] / 2);
  const shared = Math.max(0, along(0, 'width')) * Math.max(0, along(1, 'height'));
  return shared / (a.width * a.height + b.width * b.height - shared);
}
