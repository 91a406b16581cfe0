import type { Quad } from '../readings/capture.ts';
import { sideLengths } from './quad.ts';

/** A document after perspective rectification, as if scanned. */
export interface RectifiedDocument {
  /** Red, green, blue, row by row. */
  rgb: Uint8Array;
  /** Luma, row by row. */
  grey: Uint8Array;
  width: number;
  height: number;
}

/** A picture as decoders and as canvases give it: three or four values a pixel, the fourth without meaning. */
export interface Pixels {
  data: ArrayLike<number>;
  channels: 3 | 4;
  width: number;
  height: number;
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
  const [a, b, c, d, e, f, g, h] = fromUnitSquare(quad);
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
      const fx = x - left;
      const fy = y - top;
      const from = top * stride + left * channels;
      // On the last row and column the neighbour is the pixel itself.
      const right = left < lastColumn ? from + channels : from;
      const below = top < lastRow ? stride : 0;
      const se = fx * fy;
      const ne = fx - se;
      const sw = fy - se;
      const nw = 1 - fx - sw;
      const red =
        (nw * data[from]! + ne * data[right]! + sw * data[from + below]! + se * data[right + below]! + 0.5) | 0;
      const green =
        (nw * data[from + 1]! +
          ne * data[right + 1]! +
          sw * data[from + below + 1]! +
          se * data[right + below + 1]! +
          0.5) |
        0;
      const blue =
        (nw * data[from + 2]! +
          ne * data[right + 2]! +
          sw * data[from + below + 2]! +
          se * data[right + below + 2]! +
          0.5) |
        0;
      rgb[at] = red;
      rgb[at + 1] = green;
      rgb[at + 2] = blue;
      grey[i] = (red * 77 + green * 150 + blue * 29) >> 8;
    }
  }
  return { rgb, grey, width: toWidth, height: toHeight };
}

/** The homography that takes the unit square to a quad, as eight numbers row by row; the ninth is 1 (Heckbert 1989). */
function fromUnitSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad) {
  const [dx1, dx2, sumX] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sumY] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / area;
  const h = (dx1 * sumY - sumX * dy1) / area;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h] as const;
}
