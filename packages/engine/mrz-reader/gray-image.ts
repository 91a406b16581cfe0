import { applyHomography, distance, type Homography } from './geometry.ts';

/** A picture in shades of grey, row by row, 0 black to 255 white. */
export interface GrayImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** The same picture at full, half, quarter … size; the smaller ones are made when first asked for. */
export class Pyramid {
  readonly #levels: GrayImage[];

  constructor(image: GrayImage) {
    this.#levels = [image];
  }

  get width(): number {
    return this.#levels[0]!.width;
  }

  get height(): number {
    return this.#levels[0]!.height;
  }

  /** Each level is half as large as the one before; a picture of a few pixels is its own last level. */
  level(level: number): { image: GrayImage; scale: number } {
    let last = this.#levels.length - 1;
    while (last < level && Math.min(this.#levels[last]!.width, this.#levels[last]!.height) >= 64) {
      this.#levels.push(halve(this.#levels[last]!));
      last++;
    }
    const reached = Math.min(level, last);
    return { image: this.#levels[reached]!, scale: 2 ** reached };
  }

  /**
   * Draws a part of the picture, however it lies there, into a frame of its own. Reads from the level that comes closest
   * to the frame's resolution, so that shrinking loses no strokes. Beyond the picture's edge the frame is grey.
   */
  draw(width: number, height: number, toPicture: Homography): GrayImage {
    const middle = applyHomography(toPicture, width / 2, height / 2);
    const step = distance(middle, applyHomography(toPicture, width / 2 + 1, height / 2));
    const { image, scale } = this.level(Math.max(0, Math.floor(Math.log2(Math.max(1, step)) + 0.3)));
    const [a, b, c, d, e, f, g, h, i] = toPicture;
    const data = new Uint8Array(width * height);
    const lastX = image.width - 1;
    const lastY = image.height - 1;
    const shift = 0.5 * (1 / scale - 1);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const depth = (g * x + h * y + i) * scale;
        const sourceX = (a * x + b * y + c) / depth + shift;
        const sourceY = (d * x + e * y + f) / depth + shift;
        if (!(sourceX >= 0 && sourceY >= 0 && sourceX < lastX && sourceY < lastY)) {
          data[y * width + x] = 128;
          continue;
        }
        const left = Math.floor(sourceX);
        const top = Math.floor(sourceY);
        const right = sourceX - left;
        const below = sourceY - top;
        const at = top * image.width + left;
        const above = image.data[at]! * (1 - right) + image.data[at + 1]! * right;
        const under = image.data[at + image.width]! * (1 - right) + image.data[at + image.width + 1]! * right;
        data[y * width + x] = above * (1 - below) + under * below + 0.5;
      }
    }
    return { data, width, height };
  }
}

/** Half as wide and high, every pixel the mean of four. */
function halve({ data, width, height }: GrayImage): GrayImage {
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
