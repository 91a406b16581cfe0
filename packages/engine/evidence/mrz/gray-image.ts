/** A picture in shades of grey, row by row, 0 black to 255 white. */
export interface GrayImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Half as wide and high, every pixel the mean of four. */
export function halve({ data, width, height }: GrayImage): GrayImage {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    let from = 2 * y * width;
    for (let x = 0; x < halfWidth; x++, from += 2) {
      half[y * halfWidth + x] =
        (data[from]! + data[from + 1]! + data[from + width]! + data[from + width + 1]! + 2) >> 2;
    }
  }
  return { data: half, width: halfWidth, height: halfHeight };
}
