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
  const [a, b, c, d, e, f, g, h] = homographyCoefficients(from, to);
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}

type EightNumbers = [number, number, number, number, number, number, number, number];

/** Row by row, the ninth being 1. */
export function homographyCoefficients(from: Quad, to: Quad): EightNumbers {
  const rows: number[][] = [];
  for (let i = 0; i < 4; i++) {
    const { x, y } = from[i]!;
    const { x: u, y: v } = to[i]!;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  return solve(rows) as EightNumbers;
}

/** Gaussian elimination with pivoting; the last column is the right-hand side. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let i = column; i <= size; i++) rows[row]![i]! -= factor * rows[column]![i]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
