import type { GreyImage } from '../image/pixels.ts';
import { between, distance } from '../image/quad.ts';
import { allOfThreeRows, anyOfThreeRows, bridgeGaps, keepRuns, type RowRuns, runsOf } from '../image/runs.ts';
import type { Point } from '../readings/quad.ts';
import { findStrokes } from './strokes.ts';

/** A dark band as long as a line of text: the middle of its left and right end, in pixels. */
export interface Band {
  left: Point;
  right: Point;
}

/** Two or three bands that lie like the lines of a machine-readable zone, from the top. */
export type LineGroup = readonly Band[];

/**
 * Where an MRZ may be in a picture whose text runs about level, the longest lines first.
 * A wrong candidate costs time only: nothing is believed before it is read.
 */
export function findLineGroups(image: GreyImage): LineGroup[] {
  const strokes = anyOfThreeRows(runsOf({ ...image, data: findStrokes(image, 5) }));
  const groups: LineGroup[] = [];
  for (const { gap, run } of SCALES) {
    const bands = allOfThreeRows(allOfThreeRows(bridgeGaps(strokes, gap)));
    groups.push(...groupBands(findBands(anyOfThreeRows(keepRuns(bands, run)), image.width)));
  }
  return withoutRepetitions(groups.sort((a, b) => lengthOf(b[0]!) - lengthOf(a[0]!)));
}

/** In pixels, for small, medium and large text: the widest gap between characters, the shortest run that is kept. */
const SCALES = [
  { gap: 14, run: 45 },
  { gap: 24, run: 69 },
  { gap: 40, run: 109 },
] as const;

/** Connected shapes that are long, thin and nearly level. */
function findBands(rows: RowRuns, width: number): Band[] {
  const bands: Band[] = [];
  for (const shape of connectedShapes(rows, width)) {
    const meanX = shape.x / shape.area;
    const meanY = shape.y / shape.area;
    const xx = shape.xx / shape.area - meanX * meanX;
    const yy = shape.yy / shape.area - meanY * meanY;
    const xy = shape.xy / shape.area - meanX * meanY;
    const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
    const spread = Math.sqrt(((xx - yy) / 2) ** 2 + xy * xy);
    const thickness = Math.sqrt(12 * Math.max(0.1, (xx + yy) / 2 - spread));
    const length = shape.right - shape.left + 1;
    if (Math.abs(angle) > 0.4 || length < width * 0.22 || length < 11 * thickness || length > 90 * thickness) continue;
    const slope = Math.tan(angle);
    bands.push({
      left: [shape.left, meanY + (shape.left - meanX) * slope],
      right: [shape.right, meanY + (shape.right - meanX) * slope],
    });
  }
  return bands;
}

interface Shape {
  area: number;
  left: number;
  right: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/** Sums over every connected set of pixels, gathered run by run from the top; corners that touch connect. */
function connectedShapes(rows: RowRuns, width: number): Shape[] {
  const shapes: Shape[] = [];
  const parents: number[] = [];
  const rootOf = (index: number) => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    parents[index] = root;
    return root;
  };
  let above: { from: number; to: number; shape: number }[] = [];
  for (const [y, row] of rows.entries()) {
    const runs: typeof above = [];
    let candidate = 0;
    for (let at = 0; at < row.length; at += 2) {
      const [from, to] = [row[at]!, row[at + 1]!];
      while (candidate < above.length && above[candidate]!.to < from - 1) candidate++;
      let shape = -1;
      for (let i = candidate; i < above.length && above[i]!.from <= to + 1; i++) {
        const root = rootOf(above[i]!.shape);
        if (shape === -1) shape = root;
        else if (root !== shape) {
          mergeInto(shapes[shape]!, shapes[root]!);
          parents[root] = shape;
        }
      }
      if (shape === -1) {
        shape = shapes.length;
        parents.push(shape);
        shapes.push({ area: 0, left: width, right: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 });
      }
      addRun(shapes[shape]!, from, to, y);
      runs.push({ from, to, shape });
    }
    above = runs;
  }
  return shapes.filter((_, index) => parents[index] === index);
}

function addRun(shape: Shape, from: number, to: number, y: number): void {
  const count = to - from + 1;
  const sum = ((from + to) * count) / 2;
  const squaresUpTo = (n: number) => (n * (n + 1) * (2 * n + 1)) / 6;
  shape.area += count;
  shape.left = Math.min(shape.left, from);
  shape.right = Math.max(shape.right, to);
  shape.x += sum;
  shape.y += y * count;
  shape.xx += squaresUpTo(to) - squaresUpTo(from - 1);
  shape.xy += y * sum;
  shape.yy += y * y * count;
}

function mergeInto(shape: Shape, other: Shape): void {
  shape.area += other.area;
  shape.left = Math.min(shape.left, other.left);
  shape.right = Math.max(shape.right, other.right);
  shape.x += other.x;
  shape.y += other.y;
  shape.xx += other.xx;
  shape.xy += other.xy;
  shape.yy += other.yy;
}

/** Pairs and triples of neighbours that are as long as each other, parallel, and begin below each other. */
function groupBands(bands: Band[]): LineGroup[] {
  const fromTop = [...bands].sort((a, b) => middleOf(a)[1] - middleOf(b)[1]);
  const groups: LineGroup[] = [];
  for (let first = 0; first < fromTop.length; first++) {
    const group = [fromTop[first]!];
    for (let next = first + 1; next < fromTop.length && group.length < 3; next++) {
      if (!followsInMrz(group[group.length - 1]!, fromTop[next]!)) continue;
      if (group.length === 2 && !isEvenlySpaced(group, fromTop[next]!)) continue;
      group.push(fromTop[next]!);
    }
    if (group.length >= 2) groups.push(group.slice(0, 2));
    if (group.length === 3) groups.push(group);
  }
  return groups;
}

function followsInMrz(upper: Band, lower: Band): boolean {
  const [above, below] = [lengthOf(upper), lengthOf(lower)];
  const lead = distance(middleOf(upper), middleOf(lower));
  return (
    Math.abs(angleOf(upper) - angleOf(lower)) < 0.07 &&
    Math.abs(below / above - 1) < 0.15 &&
    Math.abs(upper.left[0] - lower.left[0]) < 0.12 * above &&
    Math.abs(upper.right[0] - lower.right[0]) < 0.12 * above &&
    lead > 0.025 * above &&
    lead < 0.13 * above
  );
}

function isEvenlySpaced([first, second]: Band[], third: Band): boolean {
  const ratio = distance(middleOf(second!), middleOf(third)) / distance(middleOf(first!), middleOf(second!));
  return ratio > 0.75 && ratio < 1.33;
}

function withoutRepetitions(groups: LineGroup[]): LineGroup[] {
  const kept: LineGroup[] = [];
  for (const group of groups) {
    const tolerance = 0.02 * lengthOf(group[0]!);
    const isKnown = kept.some(
      (other) =>
        other.length === group.length &&
        other.every((band, i) => {
          const same = group[i]!;
          return distance(band.left, same.left) < tolerance && distance(band.right, same.right) < tolerance;
        }),
    );
    if (!isKnown) kept.push(group);
  }
  return kept;
}

export function lengthOf({ left, right }: Band): number {
  return distance(left, right);
}

function middleOf({ left, right }: Band): Point {
  return between(left, right, 0.5);
}

function angleOf({ left, right }: Band): number {
  return Math.atan2(right[1] - left[1], right[0] - left[0]);
}
