import { blackHat } from '../image/morphology.ts';
import type { GreyImage } from '../image/pixels.ts';
import { countedQuantile, otsuThreshold } from '../image/statistics.ts';

/**
 * Ink as 255. Dark is judged by the brightness around, so that a shadow over the document hides nothing; but where it is
 * much darker than the brightest parts of the picture, strokes are noise.
 *
 * @param radius  half the width of the widest stroke that counts as ink, in pixels
 */
export function findStrokes(image: GreyImage, radius: number): Uint8Array {
  const smooth = smoothed(image);
  const hat = blackHat(smooth, radius);
  const brightness = new Uint32Array(256);
  for (let i = 0; i < hat.length; i++) brightness[hat[i]! + smooth.data[i]!]!++;
  const bright = Math.max(30, DARKEST_PAPER * countedQuantile(brightness, 0.95));
  const contrasts = contrastsUnder(bright);
  const relative = new Uint8Array(hat.length);
  const histogram = new Uint32Array(256);
  for (let i = 0; i < hat.length; i++) {
    const contrast = contrasts[(hat[i]! << 8) | smooth.data[i]!]!;
    relative[i] = contrast;
    histogram[contrast]!++;
  }
  const noise = countedQuantile(histogram, NO_TEXT);
  const threshold = Math.max(22, Math.min(75, Math.max(otsuThreshold(histogram), 2 * noise)));
  for (let i = 0; i < relative.length; i++) relative[i] = relative[i]! >= threshold ? 255 : 0;
  return relative;
}

/** For each difference, and in steps of 256, and each pixel that is darker by it: the difference as a part of the brightness around, 0 to 255. */
function contrastsUnder(bright: number): Uint8Array {
  const contrasts = new Uint8Array(256 * 256);
  for (let darker = 0; darker < 256; darker++)
    for (let pixel = 0; pixel < 256 - darker; pixel++)
      contrasts[(darker << 8) | pixel] = Math.min(255, Math.round((255 * darker) / Math.max(bright, darker + pixel)));
  return contrasts;
}

/** At least this share of every picture is no ink: what it shows there is the camera's noise, or texture. */
const NO_TEXT = 0.75;

/** Paper in the shadow, as a fraction of the brightest parts. */
const DARKEST_PAPER = 0.5;

/** Every pixel a mean of nine, the middle ones weighing more. */
function smoothed({ data, width, height }: GreyImage): GreyImage {
  const rows = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? data[at - 1]! : data[at]!;
      const right = x < width - 1 ? data[at + 1]! : data[at]!;
      rows[at] = left + 2 * data[at]! + right;
    }
  }
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) {
    const above = at >= width ? rows[at - width]! : rows[at]!;
    const below = at < data.length - width ? rows[at + width]! : rows[at]!;
    result[at] = (above + 2 * rows[at]! + below + 8) >> 4;
  }
  return { data: result, width, height };
}
