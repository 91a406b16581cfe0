import { valueBetween } from '../image/bilinear.ts';
import { halve } from '../image/downscale.ts';
import { applyHomography, type Homography } from '../image/homography.ts';
import type { GreyImage } from '../image/pixels.ts';
import { distance } from '../image/quad.ts';

/** The same picture at full, half, quarter … size; the smaller ones are made when first asked for. */
export class Pyramid {
  readonly #levels: GreyImage[];

  constructor(image: GreyImage) {
    this.#levels = [image];
  }

  get width(): number {
    return this.#levels[0]!.width;
  }

  get height(): number {
    return this.#levels[0]!.height;
  }

  /** Each level is half as large as the one before; a picture of a few pixels is its own last level. */
  level(level: number): { image: GreyImage; scale: number } {
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
  draw(width: number, height: number, toPicture: Homography): GreyImage {
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
        const at = top * image.width + left;
        data[y * width + x] = valueBetween(image.data, at, 1, image.width, sourceX - left, sourceY - top) + 0.5;
      }
    }
    return { data, width, height };
  }
}
