import type { GrayImage } from './gray-image.ts';
import { blackHat } from './morphology.ts';

/**
 * Print as 255. Dark is judged by the brightness around, so that a shadow over the document hides nothing.
 *
 * @param radius  half the width of the widest stroke that counts as print, in pixels
 */
export function findStrokes(image: GrayImage, radius: number): Uint8Array {
  const hat = blackHat(image, radius);
  const relative = new Uint8Array(hat.length);
  const histogram = new Uint32Array(256);
  for (let i = 0; i < hat.length; i++) {
    const around = hat[i]! + image.data[i]!;
    const contrast = Math.min(255, Math.round((255 * hat[i]!) / Math.max(40, around)));
    relative[i] = contrast;
    histogram[contrast]!++;
  }
  const threshold = Math.max(22, Math.min(75, otsu(histogram)));
  for (let i = 0; i < relative.length; i++) relative[i] = relative[i]! >= threshold ? 255 : 0;
  return relative;
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
