import type { GreyImage, Pixels } from './pixels.ts';

/** 256 times the brightness of a colour, in whole numbers, with the weights of Rec. 601. */
export function luma256(red: number, green: number, blue: number): number {
  return red * 77 + green * 150 + blue * 29;
}

/**
 * Brightness with the weights of Rec. 601 as they are published, for sums and means of colours. `toLuma` rounds the weights and
 * the result, so the two differ by a grey level; what is measured with one has its limits from that one.
 */
export function exactLuma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** How much bluer, and how much redder, a colour is than grey of the same brightness: Cb and Cr of Rec. 601 around 0. */
export function chromaOf(red: number, blue: number, luma: number): { cb: number; cr: number } {
  return { cb: 0.564 * (blue - luma), cr: 0.713 * (red - luma) };
}

/** Brightness of each pixel, 0 to 255. */
export function toLuma({ data, channels, width, height }: Pixels): GreyImage {
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += channels)
    grey[i] = luma256(data[at]!, data[at + 1]!, data[at + 2]!) >> 8;
  return { data: grey, width, height };
}
