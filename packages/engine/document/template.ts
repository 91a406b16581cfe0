import { sumBoxes } from '../image/downscale.ts';
import { chromaOf, exactLuma } from '../image/luma.ts';
import type { RectifiedDocument } from '../image/rectify.ts';

/**
 * How a rectified document looks, small, for comparing two pictures of it. Whatever its proportions, it is made as many places wide and
 * high, so that two outlines of one document give nearly the same.
 */
export interface DocumentTemplate {
  /** Row by row. */
  luma: Uint8Array;
  /** Colour apart from brightness, 128 being grey; null where only brightness was kept. */
  chroma: { cb: Uint8Array; cr: Uint8Array } | null;
}

/** On a card a place is a third of a millimetre: lines of text keep their shape, single letters do not. */
export const TEMPLATE = { width: 240, height: 160 } as const;

/** Each place is the mean of the pixels that it covers. */
export function templateOf({ rgb, width, height }: RectifiedDocument): DocumentTemplate {
  const { sums, counts } = sumBoxes({ data: rgb, width, height }, 3, TEMPLATE);
  const plane = () => new Uint8Array(counts.length);
  const [luma, cb, cr] = [plane(), plane(), plane()];
  for (let place = 0; place < counts.length; place++) {
    const pixels = counts[place]!;
    const [red, green, blue] = [sums[3 * place]!, sums[3 * place + 1]!, sums[3 * place + 2]!];
    const brightness = exactLuma(red, green, blue) / pixels;
    luma[place] = brightness + 0.5;
    const chroma = chromaOf(red / pixels, blue / pixels, brightness);
    cb[place] = 128.5 + chroma.cb;
    cr[place] = 128.5 + chroma.cr;
  }
  return { luma, chroma: { cb, cr } };
}

/** Brightness alone, as text: what a reading keeps. It shows the document, so it is as personal as the picture. */
export function packTemplate({ luma }: DocumentTemplate): string {
  return Buffer.from(luma).toString('base64');
}

/** @returns null for anything that `packTemplate` did not write */
export function unpackTemplate(packed: string): DocumentTemplate | null {
  const luma = new Uint8Array(Buffer.from(packed, 'base64'));
  return luma.length === TEMPLATE.width * TEMPLATE.height ? { luma, chroma: null } : null;
}
