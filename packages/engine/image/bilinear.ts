/*
 * What a picture shows between its pixels. `at` is the index of the upper left one of four neighbours, `step` leads to the one on its
 * right and `stride` to the one below; `right` and `below` say how far from the first the place lies, 0 to 1.
 */

/** Of one channel. */
export function valueBetween(
  data: ArrayLike<number>,
  at: number,
  step: number,
  stride: number,
  right: number,
  below: number,
): number {
  const above = data[at]! * (1 - right) + data[at + step]! * right;
  const under = data[at + stride]! * (1 - right) + data[at + stride + step]! * right;
  return above * (1 - below) + under * below;
}

/** The same of a map of fractions. A function of its own: one that is given several kinds of arrays is compiled for none of them. */
export function fractionBetween(data: Float32Array, at: number, stride: number, right: number, below: number): number {
  const above = data[at]! * (1 - right) + data[at + 1]! * right;
  const under = data[at + stride]! * (1 - right) + data[at + stride + 1]! * right;
  return above * (1 - below) + under * below;
}

/** The colour in red, green and blue, `weight` times, added to what `out` holds from `to` on. The pixels are weighed once for all three. */
export function addColourBetween(
  rgb: Uint8Array,
  at: number,
  stride: number,
  right: number,
  below: number,
  out: Float32Array,
  to: number,
  weight: number,
): void {
  const lower = at + stride;
  const a = weight * (1 - right) * (1 - below);
  const b = weight * right * (1 - below);
  const c = weight * (1 - right) * below;
  const d = weight * right * below;
  out[to]! += a * rgb[at]! + b * rgb[at + 3]! + c * rgb[lower]! + d * rgb[lower + 3]!;
  out[to + 1]! += a * rgb[at + 1]! + b * rgb[at + 4]! + c * rgb[lower + 1]! + d * rgb[lower + 4]!;
  out[to + 2]! += a * rgb[at + 2]! + b * rgb[at + 5]! + c * rgb[lower + 2]! + d * rgb[lower + 5]!;
}
