import type { GrayImage } from './gray-image.ts';
import { blackHat } from './morphology.ts';

/**
 * Ink as 255. Dark is judged by the brightness around, so that a shadow over the document hides nothing; but where it is
 * much darker than the brightest parts of the picture, strokes are noise.
 *
 * @param radius  half the width of the widest stroke that counts as ink, in pixels
 */
export function findStrokes(image: GrayImage, radius: number): Uint8Array {
  const smooth = smoothed(image);
  const hat = blackHat(smooth, radius);
  const brightness = new Uint32Array(256);
  for (let i = 0; i < hat.length; i++) brightness[hat[i]! + smooth.data[i]!]!++;
  const bright = Math.max(30, DARKEST_PAPER * percentile(brightness, 0.95));
  const relative = new Uint8Array(hat.length);
  const histogram = new Uint32Array(256);
  for (let i = 0; i < hat.length; i++) {
    const contrast = Math.min(255, Math.round((255 * hat[i]!) / Math.max(bright, hat[i]! + smooth.data[i]!)));
    relative[i] = contrast;
    histogram[contrast]!++;
  }
  const noise = percentile(histogram, NO_TEXT);
  const threshold = Math.max(22, Math.min(75, Math.max(otsu(histogram), 2 * noise)));
  for (let i = 0; i < relative.length; i++) relative[i] = relative[i]! >= threshold ? 255 : 0;
  return relative;
}

/** At least this share of every picture is no ink: what it shows there is the camera's noise, or texture. */
const NO_TEXT = 0.75;

/** Paper in the shadow, as a fraction of the brightest parts. */
const DARKEST_PAPER = 0.5;

/** Every pixel a mean of nine, the middle ones weighing more. */
function smoothed({ data, width, height }: GrayImage): GrayImage {
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

function percentile(histogram: Uint32Array, fraction: number): number {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let value = 0; value < histogram.length; value++) {
    below += histogram[value]!;
    if (below >= fraction * total) return value;
  }
  return histogram.length - 1;
}

/** The threshold that separates a histogram into the two most different halves. */
function otsu(histogram: Uint32Array): number {
  let total = 0;
  let moment = 0;
  histogram.forEach((count, value) => {
    total += count;
    moment += count * value;
  });
  let [below, momentBelow, best, threshold] = [0, 0, -1, 0];
  for (let value = 0; value < histogram.length; value++) {
    below += histogram[value]!;
    momentBelow += value * histogram[value]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const difference = momentBelow / below - (moment - momentBelow) / above;
    const separation = below * above * difference * difference;
    if (separation > best) [best, threshold] = [separation, value + 1];
  }
  return threshold;
}
