import type { Quad } from '../readings/quad.ts';
import { valueBetween } from './bilinear.ts';
import { homographyBetween } from './homography.ts';
import { luma256 } from './luma.ts';
import type { Pixels, RgbImage } from './pixels.ts';
import { sideLengths, WHOLE } from './quad.ts';

/** A document after perspective rectification, as if scanned. */
export interface RectifiedDocument extends RgbImage {
  /** Luma, row by row. */
  grey: Uint8Array;
}

/** Width in pixels at which documents are measured: what is measured does then not depend on the camera. */
export const RECTIFIED_WIDTH = 1000;

/** Height in pixels of a rectified document of a given width, a multiple of `step`. */
export function rectifiedHeight(quad: Quad, width: number, step = 1): number {
  const [top, right, bottom, left] = sideLengths(quad);
  return Math.max(1, Math.round((width * (right + left)) / (top + bottom) / step)) * step;
}

/**
 * Rectifies the quad to a fixed width, bilinear; what lies outside the picture is black. Knows no library, so that a page
 * measures on the same pixels as the server.
 *
 * @param quad  in pixels of the picture
 * @param step  of which the height is a multiple
 */
export function rectify(
  { data, channels, width, height }: Pixels,
  quad: Quad,
  toWidth = RECTIFIED_WIDTH,
  step = 1,
): RectifiedDocument {
  const toHeight = rectifiedHeight(quad, toWidth, step);
  const [a, b, c, d, e, f, g, h] = homographyBetween(WHOLE, quad);
  const rgb = new Uint8Array(toWidth * toHeight * 3);
  const grey = new Uint8Array(toWidth * toHeight);
  const [lastColumn, lastRow] = [width - 1, height - 1];
  const stride = width * channels;
  for (let row = 0, i = 0, at = 0; row < toHeight; row++) {
    const v = row / toHeight;
    // What depends on the row alone.
    const [alongX, alongY, depth] = [b * v + c, e * v + f, h * v + 1];
    for (let column = 0; column < toWidth; column++, i++, at += 3) {
      const u = column / toWidth;
      const scale = 1 / (g * u + depth);
      const x = (a * u + alongX) * scale;
      const y = (d * u + alongY) * scale;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const left = x | 0;
      const top = y | 0;
      const from = top * stride + left * channels;
      // On the last row and column the neighbour is the pixel itself.
      const right = left < lastColumn ? channels : 0;
      const below = top < lastRow ? stride : 0;
      const red = (valueBetween(data, from, right, below, x - left, y - top) + 0.5) | 0;
      const green = (valueBetween(data, from + 1, right, below, x - left, y - top) + 0.5) | 0;
      const blue = (valueBetween(data, from + 2, right, below, x - left, y - top) + 0.5) | 0;
      rgb[at] = red;
      rgb[at + 1] = green;
      rgb[at + 2] = blue;
      grey[i] = luma256(red, green, blue) >> 8;
    }
  }
  return { rgb, grey, width: toWidth, height: toHeight };
}
