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
  const { width: across, height: down } = TEMPLATE;
  const [luma, cb, cr] = [0, 1, 2].map(() => new Uint8Array(across * down)) as [Uint8Array, Uint8Array, Uint8Array];
  for (let row = 0, place = 0; row < down; row++) {
    const top = Math.floor((row * height) / down);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / down));
    for (let column = 0; column < across; column++, place++) {
      const left = Math.floor((column * width) / across);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / across));
      let [red, green, blue] = [0, 0, 0];
      for (let y = top; y < bottom; y++)
        for (let at = (y * width + left) * 3; at < (y * width + right) * 3; at += 3) {
          red += rgb[at]!;
          green += rgb[at + 1]!;
          blue += rgb[at + 2]!;
        }
      const pixels = (bottom - top) * (right - left);
      const brightness = (0.299 * red + 0.587 * green + 0.114 * blue) / pixels;
      luma[place] = brightness + 0.5;
      cb[place] = 128.5 + 0.564 * (blue / pixels - brightness);
      cr[place] = 128.5 + 0.713 * (red / pixels - brightness);
    }
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
