import type { Point, Quad } from '../readings/capture.ts';

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** Lengths of the four sides: top, right, bottom, left. */
export function sideLengths([a, b, c, d]: Quad): readonly [top: number, right: number, bottom: number, left: number] {
  return [distance(a, b), distance(b, c), distance(c, d), distance(d, a)];
}

/** Longer over shorter side of the rectangle, each taken as the mean of opposite sides. */
export function aspectRatio(quad: Quad): number {
  const [top, right, bottom, left] = sideLengths(quad);
  const [across, down] = [top + bottom, right + left];
  return Math.max(across, down) / Math.min(across, down);
}

/** Area by the shoelace formula. */
export function quadArea(quad: Quad): number {
  const twice = quad.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = quad[(i + 1) % 4]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Shorter over longer of opposite sides, the worse pair: 1 is seen straight on. */
export function sideRatio(quad: Quad): number {
  const [top, right, bottom, left] = sideLengths(quad);
  return Math.min(Math.min(top, bottom) / Math.max(top, bottom), Math.min(left, right) / Math.max(left, right));
}

/** The same corners clockwise, the longer sides lying across, the first corner as near to the top left as that allows. */
export function orderCorners(corners: readonly Point[]): Quad {
  const centreX = corners.reduce((sum, [x]) => sum + x, 0) / 4;
  const centreY = corners.reduce((sum, [, y]) => sum + y, 0) / 4;
  const clockwise = [...corners].sort(
    ([ax, ay], [bx, by]) => Math.atan2(ay - centreY, ax - centreX) - Math.atan2(by - centreY, bx - centreX),
  ) as unknown as Quad;
  const [top, right, bottom, left] = sideLengths(clockwise);
  if (top + bottom >= right + left) return clockwise;
  // Standing upright in the picture: which way it is turned is told by its MRZ, not by its outline.
  return startAt(clockwise, 1);
}

/** The same quad beginning at another corner. */
export function startAt(quad: Quad, corner: number): Quad {
  return [0, 1, 2, 3].map((i) => quad[(i + corner) % 4]) as unknown as Quad;
}

/** Turns a quad so that its upper side runs in the direction of another one's, as a document's does with its MRZ. */
export function alignWith(quad: Quad, guide: Quad): Quad {
  const [from, to] = guide;
  const turned = [0, 1, 2, 3].map((corner) => startAt(quad, corner));
  const along = ([a, b]: Quad) => (b[0] - a[0]) * (to[0] - from[0]) + (b[1] - a[1]) * (to[1] - from[1]);
  return turned.reduce((best, candidate) =>
    along(candidate) / distance(candidate[0], candidate[1]) > along(best) / distance(best[0], best[1])
      ? candidate
      : best,
  );
}

export function scaleQuad(quad: Quad, scaleX: number, scaleY: number): Quad {
  return quad.map(([x, y]) => [x * scaleX, y * scaleY]) as unknown as Quad;
}

/** A point inside the unit square, taken to where it lies in the quad: bilinear, near enough for marking a place. */
export function pointInQuad([a, b, c, d]: Quad, x: number, y: number): Point {
  const mix = (i: 0 | 1) => (a[i] * (1 - x) + b[i] * x) * (1 - y) + (d[i] * (1 - x) + c[i] * x) * y;
  return [mix(0), mix(1)];
}

/** Whether a point lies in a quad whose corners go around it one way. */
export function isInside(quad: Quad, [x, y]: Point): boolean {
  const turns = quad.map(([fromX, fromY], i) => {
    const [toX, toY] = quad[(i + 1) % 4]!;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) > 0;
  });
  return turns.every((turn) => turn === turns[0]);
}
