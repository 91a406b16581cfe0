import { applyHomography, type Homography } from '../image/homography.ts';
import { distance } from '../image/quad.ts';
import { quantile } from '../image/statistics.ts';
import type { Point, Quad } from '../readings/quad.ts';
import type { LineGroup } from './find-line-groups.ts';
import { wave } from './fit-pitch.ts';
import type { Pyramid } from './gray-image.ts';
import { type InkMap, stripInk } from './ink-map.ts';
import { type MrzShape, type MrzStrip, STRIP_MARGIN, STRIP_PITCH, stripBetween, USUAL_LEADING } from './mrz-strip.ts';

/** Characters over which the pitch is taken for constant, whatever perspective does to it. */
const WINDOW = 11;

/** Pitches tried in each window, as parts of the strip's: perspective and a rough outline change it by so much. */
const STRETCHES = Array.from({ length: 13 }, (_, step) => 1 + 0.02 * (step - 6));

/**
 * Least evenness of an MRZ. On photographs, real ones and drawn, those that were read had 0.44 to 0.5, and nine tenths of other text less than
 * 0.21: letters of print have a width each.
 */
const LEAST_EVENNESS = 0.3;

/** Whether the characters of all lines stand at one pitch, as in an MRZ, and hardly anywhere else. */
export function standsAtFixedPitch(ink: InkMap, strip: MrzStrip): boolean {
  const windows = evenness(ink, strip, WINDOW / 2);
  return windows.reduce((sum, { even }) => sum + even, 0) > LEAST_EVENNESS * windows.length;
}

interface Window {
  /** Its left end, in pixels of the strip. */
  from: number;
  /** How much of the ink stands at a fixed pitch there, mean of all lines, 0 to 1. */
  even: number;
  /** The pitch at which most does, in pixels of the strip. */
  pitch: number;
}

/** @param hop  from one window to the next, in characters */
function evenness(ink: InkMap, { shape, firstLine, leading }: MrzStrip, hop: number): Window[] {
  const lines = Array.from({ length: shape.rows }, (_, row) => columnsOf(ink, firstLine + row * leading));
  const width = WINDOW * STRIP_PITCH;
  const windows: Window[] = [];
  for (let from = 0; from + width <= ink.width; from += Math.round(hop * STRIP_PITCH)) {
    let best = { even: 0, pitch: STRIP_PITCH };
    for (const stretch of STRETCHES) {
      const pitch = STRIP_PITCH * stretch;
      let even = 0;
      for (const { profile, sums } of lines) {
        const all = sums[from + width]! - sums[from]!;
        if (all > 0) even += wave(profile, pitch, from, from + width).strength / all / lines.length;
      }
      if (even > best.even) best = { even, pitch };
    }
    windows.push({ from, ...best });
  }
  return windows;
}

/** Ink of each column of pixels along a level line, and its sums from the left. */
function columnsOf(ink: InkMap, middle: number): { profile: Float32Array; sums: Float64Array } {
  const [from, to] = [Math.max(0, Math.round(middle - REACH)), Math.min(ink.height - 1, Math.round(middle + REACH))];
  const profile = new Float32Array(ink.width);
  for (let row = from; row <= to; row++)
    for (let x = 0; x < ink.width; x++) profile[x]! += ink.data[row * ink.width + x]!;
  const sums = new Float64Array(ink.width + 1);
  for (let x = 0; x < ink.width; x++) {
    profile[x] = Math.min(profile[x]!, MOST_INK);
    sums[x + 1] = sums[x]! + profile[x]!;
  }
  return { profile, sums };
}

/** Half the height in which ink counts, in pixels: a capital, and what a bent line leaves. */
const REACH = 0.7 * STRIP_PITCH;
/** What is black from top to bottom counts no more than a stroke. */
const MOST_INK = 0.6 * STRIP_PITCH;

/**
 * Where in bands that are too long an MRZ may stand: print beside a page runs on along its lines, so that a band holds both. Corners of the strips
 * in the picture, the likeliest first; none where the bands are no longer than such lines or nothing in them has a fixed pitch.
 *
 * How far apart the bands stand tells how long the lines must be.
 */
export function fixedPitchStretches(
  picture: Pyramid,
  group: LineGroup,
  shape: MrzShape,
  toPicture: Homography,
): Quad[] {
  const at = ([x, y]: Point) => applyHomography(toPicture, x, y);
  const [top, bottom] = [group[0]!, group.at(-1)!];
  const corners = [at(top.left), at(top.right), at(bottom.right), at(bottom.left)] as const;
  const length = (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) / 2;
  const rise = (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) / 2;
  const usual = shape.rows === 3 ? USUAL_LEADING.three : USUAL_LEADING.two;
  const columns = Math.round(length / (rise / (shape.rows - 1) / usual));
  if (columns < LEAST_LONGER * shape.columns || columns > MOST_LONGER * shape.columns) return [];
  const strip = stripBetween(picture, corners, { rows: shape.rows, columns }, 0);
  const even = evenness(stripInk(strip.image), strip, 1).filter((window) => window.even > LEAST_EVENNESS);
  if (even.length < LEAST_WINDOWS * shape.columns) return [];
  const pitch = quantile(
    Float32Array.from(even, (window) => window.pitch),
    0.5,
  );
  const middle = (even[0]!.from + even.at(-1)!.from + WINDOW * STRIP_PITCH) / 2;
  const half = (shape.columns * pitch) / 2;
  const [upper, lower] = [STRIP_MARGIN * STRIP_PITCH, STRIP_MARGIN * STRIP_PITCH + strip.leading * (shape.rows - 1)];
  const place = (x: number, y: number) => applyHomography(strip.toPicture, x, y);
  return SHIFTS.map((shift): Quad => {
    const [left, right] = [middle - half + shift * pitch, middle + half + shift * pitch];
    return [place(left, upper), place(right, upper), place(right, lower), place(left, lower)];
  });
}

/** How much longer than the lines of an MRZ bands are for print to be on them, and how long they may be at all. */
const LEAST_LONGER = 1.06;
const MOST_LONGER = 3;
/** Windows with a fixed pitch, as a part of the columns: those at the ends see the print beside them. */
const LEAST_WINDOWS = 0.5;
/** The ends of what is even are known to a few characters; the reader finds the rest of the way. */
const SHIFTS = [0, -3, 3] as const;
