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

/** Of three channels, `weight` times, added to what `out` holds from `to` on. The pixels are weighed once for all channels. */
export function addColourBetween(
  data: ArrayLike<number>,
  at: number,
  step: number,
  stride: number,
  right: number,
  below: number,
  out: Float32Array,
  to: number,
  weight: number,
): void {
  const [beside, lower, across] = [at + step, at + stride, at + stride + step];
  const a = weight * (1 - right) * (1 - below);
  const b = weight * right * (1 - below);
  const c = weight * (1 - right) * below;
  const d = weight * right * below;
  out[to]! += a * data[at]! + b * data[beside]! + c * data[lower]! + d * data[across]!;
  out[to + 1]! += a * data[at + 1]! + b * data[beside + 1]! + c * data[lower + 1]! + d * data[across + 1]!;
  out[to + 2]! += a * data[at + 2]! + b * data[beside + 2]! + c * data[lower + 2]! + d * data[across + 2]!;
}
