/** A window of one picture: where in its pixels it begins. */
export interface Window {
  data: Uint8Array;
  from: number;
}

/**
 * How alike two windows of one size are, −1 to 1: neither light nor contrast matters. 0 where one of them is even.
 *
 * @param stride  pixels in a row of both pictures
 */
export function correlate(
  { data: one, from }: Window,
  { data: other, from: otherFrom }: Window,
  stride: number,
  width: number,
  height: number,
): number {
  let [sum, otherSum, squares, otherSquares, products] = [0, 0, 0, 0, 0];
  for (let row = 0; row < height; row++) {
    let i = from + row * stride;
    let j = otherFrom + row * stride;
    for (let column = 0; column < width; column++, i++, j++) {
      const a = one[i]!;
      const b = other[j]!;
      sum += a;
      otherSum += b;
      squares += a * a;
      otherSquares += b * b;
      products += a * b;
    }
  }
  const count = width * height;
  const variance = (squares - (sum * sum) / count) * (otherSquares - (otherSum * otherSum) / count);
  return variance <= 0 ? 0 : (products - (sum * otherSum) / count) / Math.sqrt(variance);
}
