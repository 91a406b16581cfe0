import type { GreyImage } from '../image/pixels.ts';
import { quantile } from '../image/statistics.ts';
import { summedArea } from '../image/summed-area.ts';
import { STRIP_PITCH } from './mrz-strip.ts';

/** How much darker each pixel is than its surroundings: 0 paper, about 1 ink. */
export interface InkMap {
  data: Float32Array;
  width: number;
  height: number;
}

/**
 * Light falling unevenly and tinted paper disappear: what counts is the difference to the mean of the square around.
 *
 * @param radius  half the side of that square, in pixels; about as large as a character
 */
export function inkMap(image: GreyImage, radius: number): InkMap {
  const { data, width, height } = image;
  const sums = summedArea(image);
  const stride = width + 1;
  const ink = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * stride;
    const rows = Math.min(height, y + radius + 1) - Math.max(0, y - radius);
    const bottom = top + rows * stride;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const sum = sums[bottom + right]! - sums[top + right]! - sums[bottom + left]! + sums[top + left]!;
      const darker = sum / ((right - left) * rows) - data[y * width + x]!;
      ink[y * width + x] = darker > 0 ? darker : 0;
    }
  }
  const scale = 1 / Math.max(FAINTEST_TEXT, quantile(everySeventh(ink), 0.97));
  for (let i = 0; i < ink.length; i++) ink[i] = Math.min(1.2, ink[i]! * scale);
  return { data: ink, width, height };
}

/** Of a strip at its usual scale. */
export function stripInk(image: GreyImage): InkMap {
  return inkMap(image, Math.round(STRIP_PITCH * 0.9));
}

/** Grey levels: below this the darkest pixels are noise, and stay faint. */
const FAINTEST_TEXT = 6;

/** Enough of the pixels to tell how dark text is. */
function everySeventh(values: Float32Array): Float32Array {
  const some = new Float32Array(Math.ceil(values.length / 7));
  for (let i = 0; i < some.length; i++) some[i] = values[i * 7]!;
  return some;
}
