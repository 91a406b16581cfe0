import type { Raster } from '../photo/render.ts';
import type { SurroundingsKind } from '../photo/surroundings.ts';
import type { Random } from '../random.ts';

/*
 * What is held before the camera instead of the thing itself. Sizes are in pixels of the drawn raster, which is `oversampling`
 * times as fine as the photo will show it; `grain` of a sample makes dots and stripes coarser or finer.
 */

interface Medium {
  /** How much finer than the photo the thing must be drawn, so that dots and stripes come out. */
  oversampling: number;
  /** What lies around or under the thing. */
  around: SurroundingsKind | null;
  show(document: Raster, random: Random): Raster;
}

// biome-ignore format: a table
export const MEDIA = {
  //                    oversampling  around     what it does to the picture
  original:      medium(1.2,          null,      (raster) => raster),
  dark_folder:   medium(1.2,          'folder',  (raster) => raster),
  paper_print:   medium(1.6,          null,      halftone),
  sheet_print:   medium(1.6,          'sheet',   halftone),
  inkjet_print:  medium(1.3,          'sheet',   (raster, random) => inkjet(raster, random)),
  grey_copy:     medium(1.4,          'sheet',   (raster, random) => photocopy(raster, random)),
  cut_copy:      medium(1.4,          null,      (raster, random) => photocopy(raster, random)),
  screen:        medium(1.9,          null,      showOnScreen),
  device_screen: medium(1.9,          'device',  showOnScreen),
  fine_screen:   medium(2.4,          'device',  showOnScreen),
} as const satisfies Record<string, Medium>;

export type Presentation = keyof typeof MEDIA;

function medium(oversampling: number, around: Medium['around'], show: Medium['show']): Medium {
  return { oversampling, around, show };
}

/** Pixels of the raster from dot to dot. */
const DOT_DISTANCE = 5;

// biome-ignore format: a table
const SCREEN_ANGLES = [
  // channel  degrees, as in offset print
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

/** Droplets without a raster: each pixel is printed or not, and the error goes to its neighbours (Floyd and Steinberg). */
function inkjet(document: Raster, random: Random): Raster {
  const { width, height, channels } = document;
  const data = Uint8Array.from(document.data);
  for (let channel = 0; channel < 3; channel++) {
    let [here, below] = [new Float32Array(width + 2), new Float32Array(width + 2)];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = (y * width + x) * channels + channel;
        const wanted = document.data[at]! + here[x + 1]!;
        const level = wanted > 128 + 40 * (random.next() - 0.5) ? 246 : 62;
        const error = wanted - level;
        data[at] = level;
        here[x + 2]! += (error * 7) / 16;
        below[x]! += (error * 3) / 16;
        below[x + 1]! += (error * 5) / 16;
        below[x + 2]! += error / 16;
      }
      [here, below] = [below, here.fill(0)];
    }
  }
  return { ...document, data };
}

/** Toner is as white as the sheet that bears it: `drawSurroundings` draws the rest of that sheet. */
const SHEET_WHITE = [0xf4, 0xf3, 0xef] as const;

/** Grey, hard in contrast, with the toner's specks: a copier's facsimile. */
function photocopy(document: Raster, random: Random): Raster {
  const data = Uint8Array.from(document.data);
  for (let at = 0; at < data.length; at += document.channels) {
    const grey = 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!;
    const hard = 128 + (grey - 140) * 1.55;
    const speck = random.next() < 0.002 ? -120 : 0;
    const lightness = Math.max(18, Math.min(250, hard + speck)) / 250;
    for (let channel = 0; channel < 3; channel++) data[at + channel] = SHEET_WHITE[channel]! * lightness;
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
