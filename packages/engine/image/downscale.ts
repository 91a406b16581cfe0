import type { GreyImage } from './pixels.ts';

/**
 * A smaller copy, every pixel the mean of the area it stands for; a picture that is small enough already is only copied.
 *
 * By hand and not by OpenCV: there the whole picture would have to be copied into memory that never shrinks again.
 *
 * @param channels  values a pixel, row by row
 */
export function shrinkPicture(
  { data, width, height }: { data: Uint8Array; width: number; height: number },
  channels: number,
  longSide: number,
): { data: Uint8Array; width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  const to = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const across = sharesOf(width, to.width);
  const down = sharesOf(height, to.height);
  const stride = to.width * channels;
  const sums = new Float32Array(stride * (to.height + 1));
  const row = new Float32Array(stride + channels);
  for (let y = 0, from = 0; y < height; y++) {
    row.fill(0);
    for (let x = 0; x < width; x++) {
      const at = across.first[x]! * channels;
      const share = across.share[x]!;
      for (let channel = 0; channel < channels; channel++, from++) {
        const value = data[from]!;
        row[at + channel]! += value * share;
        if (share < 1) row[at + channels + channel]! += value * (1 - share);
      }
    }
    const upper = down.first[y]! * stride;
    const share = down.share[y]!;
    for (let i = 0; i < stride; i++) {
      sums[upper + i]! += row[i]! * share;
      if (share < 1) sums[upper + stride + i]! += row[i]! * (1 - share);
    }
  }
  const area = (to.width / width) * (to.height / height);
  const result = new Uint8Array(stride * to.height);
  for (let i = 0; i < result.length; i++) result[i] = sums[i]! * area + 0.5;
  return { data: result, ...to };
}

/** Of each of `from` pixels: the first of `to` larger ones in which it lies, and with which part of it; the rest lies in the next. */
function sharesOf(from: number, to: number): { first: Uint16Array; share: Float32Array } {
  const first = new Uint16Array(from);
  const share = new Float32Array(from);
  for (let i = 0; i < from; i++) {
    const begins = (i * to) / from;
    const ends = ((i + 1) * to) / from;
    first[i] = Math.min(to - 1, Math.floor(begins + 1e-9));
    const edge = first[i]! + 1;
    share[i] = ends <= edge + 1e-9 || edge >= to ? 1 : (edge - begins) / (ends - begins);
  }
  return { first, share };
}

/** Half as wide and high, every pixel the mean of four; an odd last row or column is left out. */
export function halve({ data, width, height }: GreyImage): GreyImage {
  const half = { data: new Uint8Array((width >> 1) * (height >> 1)), width: width >> 1, height: height >> 1 };
  for (let y = 0, to = 0; y < half.height; y++) {
    let from = 2 * y * width;
    for (let x = 0; x < half.width; x++, from += 2, to++)
      half.data[to] = (data[from]! + data[from + 1]! + data[from + width]! + data[from + width + 1]! + 2) >> 2;
  }
  return half;
}

/** A picture summed up in the boxes of an even grid, row by row. */
export interface Boxes {
  /** Of each box the sum of its pixels, channel by channel. */
  sums: Float64Array;
  /** How many pixels each box has. */
  counts: Uint32Array;
}

/**
 * Sums the pixels in each box of an even grid. Boxes consist of whole pixels, so some are a pixel wider than others; that is quicker
 * than `shrinkPicture`, and near enough where a box has many.
 *
 * @param channels  values a pixel
 * @param edges  a pixel through which an edge runs belongs to the box behind it (`floor`), or to the one in which it begins (`ceil`).
 *   Pictures smaller than the grid have no empty boxes with `floor`
 */
export function sumBoxes(
  { data, width, height }: { data: Uint8Array; width: number; height: number },
  channels: number,
  grid: { width: number; height: number },
  edges: 'floor' | 'ceil' = 'floor',
): Boxes {
  const [columns, rows] = [boxEdges(width, grid.width, edges), boxEdges(height, grid.height, edges)];
  const sums = new Float64Array(grid.width * grid.height * channels);
  const counts = new Uint32Array(grid.width * grid.height);
  for (let row = 0; row < grid.height; row++) {
    const [top, bottom] = [rows.from[row]!, rows.to[row]!];
    const first = row * grid.width;
    for (let column = 0; column < grid.width; column++)
      counts[first + column] = (bottom - top) * (columns.to[column]! - columns.from[column]!);
    for (let y = top; y < bottom; y++)
      for (let column = 0, to = first * channels; column < grid.width; column++) {
        const begin = (y * width + columns.from[column]!) * channels;
        const end = (y * width + columns.to[column]!) * channels;
        for (let channel = 0; channel < channels; channel++, to++) {
          let sum = 0;
          for (let at = begin + channel; at < end; at += channels) sum += data[at]!;
          sums[to]! += sum;
        }
      }
  }
  return { sums, counts };
}

/**
 * A smaller copy of `size`, every pixel the mean of the box that it stands for.
 *
 * @param rounding  to the nearest grey level, or always `down`: what is measured on such copies has its limits from one of the two
 */
export function shrinkToBoxes(
  image: GreyImage,
  size: { width: number; height: number },
  rounding: 'nearest' | 'down',
): GreyImage {
  const { sums, counts } = sumBoxes(image, 1, size);
  const half = rounding === 'nearest' ? 0.5 : 0;
  const data = new Uint8Array(counts.length);
  for (let i = 0; i < data.length; i++) data[i] = sums[i]! / counts[i]! + half;
  return { data, ...size };
}

/** Of each box its first pixel, and the one behind its last. */
function boxEdges(size: number, count: number, edges: 'floor' | 'ceil'): { from: Int32Array; to: Int32Array } {
  const edge = (i: number) => Math[edges]((i * size) / count);
  const from = Int32Array.from({ length: count }, (_, i) => edge(i));
  const to = from.map((first, i) => Math.max(edge(i + 1), edges === 'floor' ? first + 1 : first));
  return { from, to };
}
