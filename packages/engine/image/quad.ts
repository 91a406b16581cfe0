import type { Point, Quad } from '../readings/quad.ts';
import { mean, round } from './statistics.ts';

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** The point at this part of the way from one to another; beyond them below 0 and above 1. */
export function between([ax, ay]: Point, [bx, by]: Point, fraction: number): Point {
  return [ax + (bx - ax) * fraction, ay + (by - ay) * fraction];
}

export function mapQuad(quad: Quad, map: (corner: Point, index: number) => Point): Quad {
  const [a, b, c, d] = quad;
  return [map(a, 0), map(b, 1), map(c, 2), map(d, 3)];
}

/** An upright box, in whatever unit its place is measured. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest box that holds all points. */
export function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The box with so much more on each side, in parts of its own width and height. */
export function widened({ left, top, right, bottom }: Box, parts: number): Box {
  const [across, down] = [(right - left) * parts, (bottom - top) * parts];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}

export function boxHolds({ left, top, right, bottom }: Box, [x, y]: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

export function quadOf({ left, top, right, bottom }: Box): Quad {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** The corners of a picture, in its pixels. */
export function wholeOf({ width, height }: { width: number; height: number }): Quad {
  return quadOf({ left: 0, top: 0, right: width, bottom: height });
}

/** The corners of a picture, in fractions of it. */
export const WHOLE: Quad = wholeOf({ width: 1, height: 1 });

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

/**
 * The same corners clockwise, the longer sides lying across, the first corner as near to the top left as that allows.
 *
 * @param corners  four of them
 */
export function orderCorners(corners: readonly Point[]): Quad {
  const [centreX, centreY] = [mean(corners.map(([x]) => x)), mean(corners.map(([, y]) => y))];
  const [a, b, c, d] = [...corners].sort(
    ([ax, ay], [bx, by]) => Math.atan2(ay - centreY, ax - centreX) - Math.atan2(by - centreY, bx - centreX),
  );
  const clockwise: Quad = [a!, b!, c!, d!];
  const [top, right, bottom, left] = sideLengths(clockwise);
  if (top + bottom >= right + left) return clockwise;
  // Standing upright in the picture: which way it is turned is told by its MRZ, not by its outline.
  return startAt(clockwise, 1);
}

/** The same quad beginning at another corner. */
export function startAt(quad: Quad, corner: number): Quad {
  return mapQuad(quad, (_, i) => quad[(i + corner) % 4]!);
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
  return mapQuad(quad, ([x, y]) => [x * scaleX, y * scaleY]);
}

/** From pixels to the fractions that readings keep. */
export function toFractions(quad: Quad, width: number, height: number): Quad {
  return mapQuad(scaleQuad(quad, 1 / width, 1 / height), roundPoint);
}

/** To the digits that readings keep of a place in fractions: a quarter of a pixel in the largest picture that is read. */
export function roundPoint([x, y]: Point): Point {
  return [round(x, 4), round(y, 4)];
}

/** A point inside the unit square, taken to where it lies in the quad: bilinear, near enough for marking a place. */
export function pointInQuad([a, b, c, d]: Quad, x: number, y: number): Point {
  const mix = (i: 0 | 1) => (a[i] * (1 - x) + b[i] * x) * (1 - y) + (d[i] * (1 - x) + c[i] * x) * y;
  return [mix(0), mix(1)];
}

export function middleOf(quad: Quad): Point {
  return pointInQuad(quad, 0.5, 0.5);
}

/** Whether a point lies in a quad whose corners go around it one way. */
export function isInside(quad: Quad, [x, y]: Point): boolean {
  const turns = quad.map(([fromX, fromY], i) => {
    const [toX, toY] = quad[(i + 1) % 4]!;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) > 0;
  });
  return turns.every((turn) => turn === turns[0]);
}
