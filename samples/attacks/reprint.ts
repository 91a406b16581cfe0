import { escapeText } from '../photo/render.ts';

/** How a value was printed anew after the old one was taken off. Whatever is left out is as on the rest of the document. */
export interface Reprint {
  type?: keyof typeof TYPES;
  /** Times as high as the others. */
  scale?: number;
  /** By how much it stands lower, in tenths of a millimetre. */
  lowered?: number;
  /** The old value was covered in the colour of the paper, so that the fine lines end there. */
  covered?: boolean;
}

// biome-ignore format: a table
const TYPES = {
  own:       'font-family="DejaVu Sans" font-weight="bold"',
  light:     'font-family="DejaVu Sans"',
  serif:     'font-family="DejaVu Serif" font-weight="bold"',
  mono:      'font-family="DejaVu Sans Mono" font-weight="bold"',
  oblique:   'font-family="DejaVu Sans" font-weight="bold" font-style="oblique"',
  condensed: 'font-family="DejaVu Sans" font-weight="bold" font-stretch="condensed"',
  machine:   'font-family="OCR B"',
} as const;

export function reprintedText(
  { type = 'own', scale = 1, lowered = 0, covered = false }: Reprint,
  value: string,
  x: number,
  y: number,
  size: number,
  paper: string,
): string {
  const cover = `<rect x="${x - 4}" y="${(y - size).toFixed(1)}" width="${(size * 0.72 * value.length + 8).toFixed(0)}" height="${(size * 1.25).toFixed(0)}" fill="${paper}"/>`;
  return `${covered ? cover : ''}<text x="${x}" y="${(y + lowered).toFixed(1)}" ${TYPES[type]} font-size="${(size * scale).toFixed(1)}" fill="#15151c">${escapeText(value)}</text>`;
}
