import type { GreyImage } from './pixels.ts';

/** How much darker than its surroundings each pixel is, whatever is narrower than the square: strokes, not surfaces. */
export function blackHat({ data, width, height }: GreyImage, radius: number): Uint8Array {
  const dilated = largestAround(data, width, height, radius);
  const hat = largestAround(inverted(dilated), width, height, radius);
  for (let i = 0; i < hat.length; i++) hat[i] = 255 - hat[i]! - data[i]!;
  return hat;
}

/** The largest value in the square around each pixel. */
function largestAround(data: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const paddedWidth = width + 2 * radius;
  const padded = new Uint8Array(paddedWidth * (height + 2 * radius));
  for (let y = 0; y < height; y++) {
    padded.set(data.subarray(y * width, (y + 1) * width), (y + radius) * paddedWidth + radius);
  }
  largestInWindow(padded, 1, 2 * radius + 1);
  largestInWindow(padded, paddedWidth, 2 * radius + 1);
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    result.set(padded.subarray(y * paddedWidth, y * paddedWidth + width), y * width);
  }
  return result;
}

/** Replaces each value by the largest of the next `count`, `step` apart, doubling the reach each time. */
function largestInWindow(values: Uint8Array, step: number, count: number): void {
  let reach = 1;
  while (reach < count) {
    const further = Math.min(reach, count - reach);
    const shift = further * step;
    for (let i = 0; i < values.length - shift; i++) if (values[i + shift]! > values[i]!) values[i] = values[i + shift]!;
    reach += further;
  }
}

function inverted(data: Uint8Array): Uint8Array {
  const result = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) result[i] = 255 - data[i]!;
  return result;
}
