import type { Raster } from './render.ts';

/** What is held before the camera: the document, a print of it on paper, or a screen that shows it. */
export type Presentation = 'original' | 'paper_print' | 'screen';

/** How much finer than the photo the document must be drawn, so that the dots and stripes come out. */
export const PRESENTATION_OVERSAMPLING = { original: 1.2, paper_print: 1.6, screen: 1.9 } as const satisfies Record<
  Presentation,
  number
>;

export function present(document: Raster, presentation: Presentation): Raster {
  if (presentation === 'paper_print') return halftone(document);
  if (presentation === 'screen') return showOnScreen(document);
  return document;
}

/** Pixels of the raster from dot to dot. */
const DOT_DISTANCE = 5;

// prettier-ignore
const SCREEN_ANGLES = [
  // channel   degrees, as in offset print
  [0, 15],
  [1, 75],
  [2, 0],
] as const;

/** Dots of pure colour, larger where the picture is darker, each colour's screen at its own angle. */
function halftone(document: Raster): Raster {
  const data = Uint8Array.from(document.data);
  for (const [channel, degrees] of SCREEN_ANGLES) {
    const angle = (degrees * Math.PI) / 180;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    for (let y = 0; y < document.height; y++) {
      for (let x = 0; x < document.width; x++) {
        const across = (2 * Math.PI * (x * cosine + y * sine)) / DOT_DISTANCE;
        const down = (2 * Math.PI * (y * cosine - x * sine)) / DOT_DISTANCE;
        const threshold = 255 * (0.5 + 0.25 * (Math.cos(across) + Math.cos(down)));
        const at = (y * document.width + x) * document.channels + channel;
        data[at] = document.data[at]! > threshold ? 250 : 40;
      }
    }
  }
  return { ...document, data };
}

/** Each pixel of the screen is three stripes of one colour, with a dark gap between rows. */
function showOnScreen(document: Raster): Raster {
  const data = Uint8Array.from(document.data);
  for (let y = 0; y < document.height; y++) {
    const gap = y % 3 === 2 ? 0.55 : 1.08;
    for (let x = 0; x < document.width; x++) {
      const at = (y * document.width + x) * document.channels;
      for (let channel = 0; channel < 3; channel++) {
        const stripe = x % 3 === channel ? 1.5 : 0.62;
        data[at + channel] = Math.min(255, document.data[at + channel]! * stripe * gap);
      }
    }
  }
  return { ...document, data };
}
