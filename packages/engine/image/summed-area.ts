import type { GreyImage } from './pixels.ts';

/**
 * For each corner of the grid of pixels the sum of all pixels above and left of it, `width + 1` corners a row: four of them tell the
 * sum of any box.
 */
export function summedArea({ data, width, height }: GreyImage): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  return sums;
}
