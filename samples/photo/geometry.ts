import {
  applyHomography,
  homographyBetween as betweenPoints,
  type Homography as NineNumbers,
} from '@reident/engine/geometry';

export interface Point {
  x: number;
  y: number;
}

/** Corners in the document's own order: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

/** Maps the points of one plane to those of another. */
export type Homography = (x: number, y: number) => Point;

export function quadOfBox({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

export function mapQuad(quad: Quad, map: Homography): Quad {
  const [a, b, c, d] = quad;
  return [map(a.x, a.y), map(b.x, b.y), map(c.x, c.y), map(d.x, d.y)];
}

/** The homography that takes the corners `from` to the corners `to`. */
export function homographyBetween(from: Quad, to: Quad): Homography {
  const numbers = homographyCoefficients(from, to);
  return (x, y) => {
    const [atX, atY] = applyHomography(numbers, x, y);
    return { x: atX, y: atY };
  };
}

/** The same row by row. */
export function homographyCoefficients(from: Quad, to: Quad): NineNumbers {
  return betweenPoints(asPairs(from), asPairs(to));
}

function asPairs([a, b, c, d]: Quad) {
  return [
    [a.x, a.y],
    [b.x, b.y],
    [c.x, c.y],
    [d.x, d.y],
  ] as const;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
