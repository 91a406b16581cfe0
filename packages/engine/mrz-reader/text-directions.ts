import { uprightFrame } from '../image/homography.ts';
import type { Pyramid } from './gray-image.ts';
import { findStrokes } from './strokes.ts';

/** Angles in radians, each as good as its opposite: text upside down runs in the same direction. */
const STEPS = 60;

/** Directions closer than this are searched together. */
const REACH_STEPS = 4;

const MOST_DIRECTIONS = 4;

/**
 * Along which directions text seems to run in a picture, the likeliest first; level and upright are always among them.
 * Seen along its lines, text is a comb of full and empty rows; seen across, it is an even grey.
 */
export function textDirections(picture: Pyramid): number[] {
  const scale = Math.min(1, 640 / Math.max(picture.width, picture.height));
  const frame = uprightFrame(picture.width, picture.height, 0, scale);
  const strokes = findStrokes(picture.draw(frame.width, frame.height, frame.toPicture), 3);
  const combs = Array.from({ length: STEPS }, (_, step) => combOf(strokes, frame.width, frame.height, angleOf(step)));
  const byComb = (a: number, b: number) => combs[b]! - combs[a]!;
  const chosen: number[] = [];
  const isNew = (step: number, reach: number) => chosen.every((other) => circularDistance(step, other) > reach);
  for (const step of combs.map((_, step) => step).sort(byComb)) {
    if (chosen.length < MOST_DIRECTIONS && isNew(step, REACH_STEPS)) chosen.push(step);
  }
  // People hold a document level or upright, whatever lies under it and is printed a little askew.
  for (const step of [0, STEPS / 2]) if (isNew(step, 0)) chosen.push(step);
  return chosen.sort(byComb).map(angleOf);
}

function angleOf(step: number): number {
  return (step * Math.PI) / STEPS;
}

function circularDistance(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, STEPS - apart);
}

/** How much neighbouring rows differ when the picture is seen along a direction. */
function combOf(strokes: Uint8Array, width: number, height: number, angle: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const rowHeight = 2;
  const reach = Math.hypot(width, height) / 2;
  const rows = new Float32Array(Math.ceil((2 * reach) / rowHeight) + 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (strokes[y * width + x] === 0) continue;
      const row = (reach + (y - height / 2) * cosine - (x - width / 2) * sine) / rowHeight;
      const below = row - Math.floor(row);
      rows[Math.floor(row)]! += 1 - below;
      rows[Math.floor(row) + 1]! += below;
    }
  }
  let comb = 0;
  for (let i = 2; i < rows.length; i++) comb += (rows[i]! - rows[i - 2]!) ** 2;
  return comb;
}
