import type { MrzFormat } from '@reident/mrz';
import { alignWith, sideLengths } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';

/**
 * Which of the shapes found is the document that bears this MRZ; null when none fits.
 *
 * The MRZ lies inside it, along its lower edge, and is nearly as wide. The answer stands upright: its upper side runs as the
 * lines do. An open passport has an outline too, but not in the proportions of one page.
 */
export function outlineAround(mrz: Quad, outlines: readonly Quad[]): Quad | null {
  for (const outline of outlines) {
    const upright = alignWith(outline, mrz);
    const [top, right, bottom, left] = sideLengths(upright);
    const [mrzTop, , mrzBottom] = sideLengths(mrz);
    const share = (mrzTop + mrzBottom) / (top + bottom);
    const lying = (top + bottom) / (right + left) > 0.8;
    const low = mrz.every((corner) => heightIn(upright, corner) > 0.5 && heightIn(upright, corner) < 1.03);
    if (share > 0.78 && share < 1 && lying && low) return upright;
  }
  return null;
}

/** How far down a point lies between upper and lower side: 0 to 1. */
function heightIn([a, b, c, d]: Quad, [x, y]: Point): number {
  const upper = acrossLine(a, b, x, y);
  const lower = acrossLine(d, c, x, y);
  return upper / (upper - lower);
}

/** Signed distance of a point from a line, positive on its right as seen along it in picture coordinates. */
function acrossLine([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  return ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay);
}

/**
 * The outline that a document must have around its MRZ, for pictures in which no edge of it stands out.
 * Near enough to mark and to measure; perspective is left out, because a strip so thin says little about it.
 */
export function outlineFromMrz(mrz: Quad, format: MrzFormat): Quad {
  const { left, right, top, bottom } = MRZ_PLACES[format];
  const [a, b, c, d] = mrz;
  const across = [
    (b[0] - a[0] + c[0] - d[0]) / 2 / (right - left),
    (b[1] - a[1] + c[1] - d[1]) / 2 / (right - left),
  ] as const;
  const down = [
    (d[0] - a[0] + c[0] - b[0]) / 2 / (bottom - top),
    (d[1] - a[1] + c[1] - b[1]) / 2 / (bottom - top),
  ] as const;
  const middle = [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4] as const;
  const at = (x: number, y: number): Point => {
    const [right_, below] = [x - (left + right) / 2, y - (top + bottom) / 2];
    return [middle[0] + across[0] * right_ + down[0] * below, middle[1] + across[1] * right_ + down[1] * below];
  };
  return [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
}

/** Where the characters of the MRZ lie, as fractions of the document's width and height. */
// biome-ignore format: a table
const MRZ_PLACES = {
  //              left   right  top    bottom   from
  TD1:    mrzAt(0.054, 0.949, 0.685, 0.915), // ICAO Doc 9303-5, figure 4: card of 86 by 54 mm
  TD2:    mrzAt(0.061, 0.938, 0.816, 0.944), // 9303-6: card of 105 by 74 mm
  TD3:    mrzAt(0.052, 0.950, 0.838, 0.946), // 9303-4: page of 125 by 88 mm
  MRV_A:  mrzAt(0.034, 0.966, 0.822, 0.941), // 9303-7: visa of 120 by 80 mm
  MRV_B:  mrzAt(0.061, 0.938, 0.816, 0.944), // 9303-7: visa of 105 by 74 mm
  FRA_ID: mrzAt(0.061, 0.938, 0.816, 0.944), // in the size of TD2
} as const satisfies Record<MrzFormat, MrzPlace>;

interface MrzPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function mrzAt(left: number, right: number, top: number, bottom: number): MrzPlace {
  return { left, right, top, bottom };
}
