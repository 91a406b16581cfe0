/** In pixels, from the top left corner of the picture. */
export interface PixelPoint {
  x: number;
  y: number;
}

/** Clockwise from the top left as a reader holds the thing upright. */
export type PixelQuad = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** A projective map of the plane, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

export function applyHomography([a, b, c, d, e, f, g, h, i]: Homography, x: number, y: number): PixelPoint {
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const product = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += outer[row * 3 + k]! * inner[k * 3 + column]!;
      product.push(sum);
    }
  }
  return product as unknown as Homography;
}

/** The homography that takes the corners `from` to the corners `to`. */
export function homographyBetween(from: PixelQuad, to: PixelQuad): Homography {
  const rows: number[][] = [];
  for (let corner = 0; corner < 4; corner++) {
    const { x, y } = from[corner]!;
    const { x: u, y: v } = to[corner]!;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  const [a, b, c, d, e, f, g, h] = solve(rows);
  return [a!, b!, c!, d!, e!, f!, g!, h!, 1];
}

/** Turns about the middle of a picture so that what ran at `angle` runs to the right, in a frame that holds it all. */
export function uprightFrame(width: number, height: number, angle: number, scale: number) {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const frameWidth = Math.max(1, Math.round(scale * (width * Math.abs(cosine) + height * Math.abs(sine))));
  const frameHeight = Math.max(1, Math.round(scale * (width * Math.abs(sine) + height * Math.abs(cosine))));
  const [a, d] = [cosine / scale, sine / scale];
  const toPicture: Homography = [
    a,
    -d,
    width / 2 - (a * frameWidth) / 2 + (d * frameHeight) / 2,
    d,
    a,
    height / 2 - (d * frameWidth) / 2 - (a * frameHeight) / 2,
    0,
    0,
    1,
  ];
  return { width: frameWidth, height: frameHeight, toPicture };
}

export function distance(a: PixelPoint, b: PixelPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function between(a: PixelPoint, b: PixelPoint, fraction: number): PixelPoint {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction };
}

/** Solves linear equations, one a row, by elimination with pivoting; the last column is the right-hand side. */
export function solve(rows: number[][]): number[] {
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
