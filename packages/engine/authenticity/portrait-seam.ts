import { type Box, boxAround, boxHolds, widened } from '../image/quad.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import { mean, quantile, round } from '../image/statistics.ts';
import type { PortraitSeams } from '../readings/authenticity.ts';
import type { Quad } from '../readings/quad.ts';

/**
 * Measures the largest face of a rectified document and what lies around it.
 *
 * @param face  in pixels of the rectified document
 * @param textSlopes  degrees by which lines of text run down to the right on it
 */
export function measurePortraitSeams(
  flat: RectifiedDocument,
  face: Quad,
  textSlopes: readonly number[],
): PortraitSeams {
  const box = boxAround(face);
  const turn = frameTurn(flat, box);
  const slope = textSlopes.length >= LEAST_LINES ? quantile(textSlopes, 0.5) : null;
  return {
    grainRatio: grainRatio(flat, box),
    // Further than a side is sought, the text itself was misjudged.
    frameTurnDegrees:
      turn === null || slope === null || Math.abs(turn - slope) > MOST_TURN ? null : round(turn - slope, 2),
  };
}

/** Lines of text without which their direction is not certain. */
const LEAST_LINES = 4;

/** Side of a tile in pixels, and which part of the tiles counts as calm: those with the least detail. */
const TILE = 8;
const CALM = 0.1;
const LEAST_TILES = 60;
/** In grey levels: what compression leaves of a smooth surface. Where there is less beside the portrait, the portrait is measured against this. */
const LEAST_GRAIN = 0.5;

function grainRatio({ grey, width, height }: RectifiedDocument, face: Box): number | null {
  const [portrait, around] = [widened(face, 0.25), widened(face, 0.65)];
  const inner: number[] = [];
  const outer: number[] = [];
  const margin = Math.round(width * 0.02);
  for (let y = margin; y + TILE < height - margin; y += TILE)
    for (let x = margin; x + TILE < width - margin; x += TILE) {
      const middle = [x + TILE / 2, y + TILE / 2] as const;
      if (boxHolds(portrait, middle)) inner.push(grainOf(grey, width, x, y));
      else if (!boxHolds(around, middle)) outer.push(grainOf(grey, width, x, y));
    }
  if (inner.length < LEAST_TILES || outer.length < LEAST_TILES) return null;
  return round(quantile(inner, CALM) / Math.max(LEAST_GRAIN, quantile(outer, CALM)), 2);
}

/** Strength of noise after Immerkær (1996): a mask that even shading and straight edges leave at nought. */
function grainOf(grey: Uint8Array, width: number, left: number, top: number): number {
  let squares = 0;
  for (let y = top; y < top + TILE; y++)
    for (let i = y * width + left; i < y * width + left + TILE; i++) {
      const above = grey[i - width - 1]! - 2 * grey[i - width]! + grey[i - width + 1]!;
      const here = grey[i - 1]! - 2 * grey[i]! + grey[i + 1]!;
      const below = grey[i + width - 1]! - 2 * grey[i + width]! + grey[i + width + 1]!;
      squares += (above - 2 * here + below) ** 2;
    }
  return Math.sqrt(squares / (TILE * TILE)) / 6;
}

/** How far a side may be turned, and the step at which that is tried, in degrees. */
const MOST_TURN = 3;
const TURN_STEP = 0.1;
/** Mean step across a side, over four pixels, from which it is one; in parts of the document's brightness, as the light leaves it. */
const LEAST_STEP = 0.028;
/** By how much the strongest upper and lower line may differ for both to be sides; in degrees. */
const MOST_DIFFERENCE = 0.6;
/** A lower side so strong tells the turn alone: clothes end there, while above the face hair may outweigh a faint side. */
const CLEAR_STEP = 0.1;

/** The mean turn of upper and lower side, or of the lower one where only that is clear; null without either. */
function frameTurn(flat: RectifiedDocument, face: Box): number | null {
  const height = face.bottom - face.top;
  const { left, right } = widened(face, 0.2);
  const upper = strengthsByTurn(flat, left, right, face.top - 0.7 * height, face.top - 0.05 * height);
  const lower = strengthsByTurn(flat, left, right, face.bottom + 0.1 * height, face.bottom + 0.7 * height);
  if (!upper || !lower || Math.max(...lower) < LEAST_STEP) return null;
  const [above, below] = [turnOf(upper), turnOf(lower)];
  if (Math.max(...upper) >= LEAST_STEP && Math.abs(above - below) <= MOST_DIFFERENCE) return (above + below) / 2;
  return Math.max(...lower) >= CLEAR_STEP ? below : null;
}

/** The middle of the turns at which a side is as good as strongest. */
function turnOf(strengths: readonly number[]): number {
  const strongest = Math.max(...strengths);
  const nearly = TURNS.filter((_, turn) => strengths[turn]! > 0.97 * strongest);
  return nearly.reduce((sum, degrees) => sum + degrees, 0) / nearly.length;
}

const TURNS = Array.from({ length: (2 * MOST_TURN) / TURN_STEP + 1 }, (_, i) => i * TURN_STEP - MOST_TURN);

/** For each turn how much brightness changes along the best straight line in a strip; text changes it more, but not all along a line. */
function strengthsByTurn(
  { grey, width, height }: RectifiedDocument,
  left: number,
  right: number,
  from: number,
  to: number,
): number[] | null {
  const reach = Math.ceil(((right - left) / 2) * Math.tan((MOST_TURN * Math.PI) / 180)) + 1;
  const top = Math.max(3 + reach, Math.round(from));
  const bottom = Math.min(height - 4 - reach, Math.round(to));
  const [first, last] = [Math.max(0, Math.round(left)), Math.min(width - 1, Math.round(right))];
  if (bottom - top < 4 || last - first < 40) return null;
  const columns = Math.floor((last - first) / 2);
  const brightness = Math.max(1, mean(grey));
  const step = (column: number, y: number) => {
    const at = y * width + first + 2 * column;
    const change = grey[at + 2 * width]! + grey[at + width]! - grey[at - width]! - grey[at - 2 * width]!;
    return Math.max(-MOST_STEP, Math.min(MOST_STEP, change / brightness));
  };
  return TURNS.map((degrees) => {
    const slope = 2 * Math.tan((degrees * Math.PI) / 180);
    let strongest = 0;
    for (let y = top; y <= bottom; y++) {
      let sum = 0;
      for (let column = 0; column < columns; column++)
        sum += step(column, Math.round(y + slope * (column - columns / 2)));
      strongest = Math.max(strongest, Math.abs(sum) / columns);
    }
    return strongest;
  });
}

/** Steps beyond that count as so much, in the same parts: a few letters do not outweigh a faint line. */
const MOST_STEP = 0.28;
