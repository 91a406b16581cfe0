import type { CharacterPlace } from './glyph-cell.ts';
import type { InkMap } from './ink-map.ts';
import { STRIP_PITCH, type ZoneStrip } from './zone-strip.ts';

/**
 * Where every character of a strip stands: one row of places per line, in pixels of the strip.
 * Lines are found by the ink between them, characters by the gaps of their fixed pitch.
 */
export function fitGrid(ink: InkMap, strip: ZoneStrip): CharacterPlace[][] {
  const { rows, columns } = strip.shape;
  const { slope, profile } = findSlope(ink);
  const { top, capHeight, leading } = fitLines(profile, strip);
  const inkAbove = columnSums(ink);
  return Array.from({ length: rows }, (_, row) => {
    const line = settleLine(inkAbove, ink, { middle: top + row * leading + capHeight / 2, slope }, capHeight);
    const { left, pitch } = fitPitch(lineProfile(ink, line, capHeight), columns);
    return Array.from({ length: columns }, (_, column) => {
      const x = left + (column + 0.5) * pitch;
      return { x, y: line.middle + line.slope * (x - ink.width / 2), pitch, capHeight, slope: line.slope };
    });
  });
}

/** The middle of a line of print, at half the strip's width. */
interface Line {
  middle: number;
  slope: number;
}

/** The slope at which the rows of ink stand out most, and the ink of each row along it. */
function findSlope(ink: InkMap): { slope: number; profile: Float32Array } {
  let best = { slope: 0, profile: new Float32Array(ink.height), variance: -1 };
  for (let step = -8; step <= 8; step++) {
    const slope = step * 0.005;
    const profile = new Float32Array(ink.height);
    for (let x = 0; x < ink.width; x += 3) {
      const shift = Math.round(slope * (x - ink.width / 2));
      const from = Math.max(0, -shift);
      const to = Math.min(ink.height, ink.height - shift);
      for (let y = from; y < to; y++) profile[y]! += ink.data[(y + shift) * ink.width + x]!;
    }
    let mean = 0;
    for (const value of profile) mean += value / profile.length;
    let variance = 0;
    for (const value of profile) variance += (value - mean) ** 2;
    if (variance > best.variance) best = { slope, profile, variance };
  }
  return best;
}

/** Height and distance of the lines: much ink inside them, little just above and below. */
function fitLines(profile: Float32Array, { shape, firstLine, leading: expected }: ZoneStrip) {
  const sums = new Float64Array(profile.length + 1);
  for (let y = 0; y < profile.length; y++) sums[y + 1] = sums[y]! + profile[y]!;
  const clamp = (y: number) => Math.max(0, Math.min(profile.length, Math.round(y)));
  const inkBetween = (from: number, to: number) => sums[clamp(to)]! - sums[clamp(from)]!;

  let best = { top: firstLine - STRIP_PITCH / 2, capHeight: STRIP_PITCH * 0.94, leading: expected, score: -Infinity };
  for (let capHeight = STRIP_PITCH * 0.72; capHeight <= STRIP_PITCH * 1.2; capHeight += 1) {
    for (let leading = expected * 0.86; leading <= expected * 1.14; leading += 0.75) {
      const middle = firstLine - capHeight / 2 - ((leading - expected) * (shape.rows - 1)) / 2;
      for (let top = middle - STRIP_PITCH * 0.75; top <= middle + STRIP_PITCH * 0.75; top += 1) {
        let score = 0;
        for (let row = 0; row < shape.rows; row++) {
          const from = top + row * leading;
          const to = from + capHeight;
          const rim = capHeight / 4;
          score += inkBetween(from, to) - 2 * (inkBetween(from - rim, from) + inkBetween(to, to + rim));
        }
        score /= Math.sqrt(capHeight);
        if (score > best.score) best = { top, capHeight, leading, score };
      }
    }
  }
  return best;
}

/** Of each column, the ink above each row. */
function columnSums({ data, width, height }: InkMap): Float32Array {
  const sums = new Float32Array(width * (height + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) sums[(y + 1) * width + x] = sums[y * width + x]! + data[y * width + x]!;
  }
  return sums;
}

/** Perspective leaves each line a slope of its own: moves and turns it a little until it holds the most ink. */
function settleLine(inkAbove: Float32Array, { width, height }: InkMap, line: Line, capHeight: number): Line {
  const half = capHeight / 2;
  const rim = capHeight / 4;
  const inkUpTo = (x: number, y: number) => inkAbove[Math.max(0, Math.min(height, Math.round(y))) * width + x]!;
  const from = Math.round(width * 0.04);
  let best = { ...line, score: -Infinity };
  for (let turn = -6; turn <= 6; turn++) {
    const slope = line.slope + turn * 0.0025;
    for (let shift = -4; shift <= 4; shift++) {
      let score = 0;
      for (let x = from; x < width - from; x += 3) {
        const middle = line.middle + shift + slope * (x - width / 2);
        const [top, bottom] = [inkUpTo(x, middle - half), inkUpTo(x, middle + half)];
        const rims = top - inkUpTo(x, middle - half - rim) + inkUpTo(x, middle + half + rim) - bottom;
        score += bottom - top - 2 * rims;
      }
      if (score > best.score) best = { middle: line.middle + shift, slope, score };
    }
  }
  return best;
}

/** Ink of each column of one line; a column that is black from top to bottom counts no more than a stroke. */
function lineProfile(ink: InkMap, { middle, slope }: Line, capHeight: number): Float32Array {
  const profile = new Float32Array(ink.width);
  const reach = capHeight * 0.6;
  for (let x = 0; x < ink.width; x++) {
    const y = middle + slope * (x - ink.width / 2);
    const from = Math.max(0, Math.round(y - reach));
    const to = Math.min(ink.height - 1, Math.round(y + reach));
    let sum = 0;
    for (let row = from; row <= to; row++) sum += ink.data[row * ink.width + x]!;
    profile[x] = Math.min(sum, capHeight * 0.6);
  }
  return profile;
}

/** Left edge and pitch of the grid whose gaps hold the least ink. First roughly, then in fine steps around the best. */
function fitPitch(profile: Float32Array, columns: number): { left: number; pitch: number } {
  const width = profile.length;
  const sums = new Float64Array(width + 1);
  for (let x = 0; x < width; x++) sums[x + 1] = sums[x]! + profile[x]!;
  const inkUpTo = (x: number) => {
    if (x <= 0) return 0;
    if (x >= width) return sums[width]!;
    const whole = Math.floor(x);
    return sums[whole]! + profile[whole]! * (x - whole);
  };
  const scoreOf = (left: number, pitch: number) => {
    const right = left + columns * pitch;
    let inGaps = 0;
    for (let column = 0; column <= columns; column++) {
      const gap = left + column * pitch;
      inGaps += inkUpTo(gap + 0.11 * pitch) - inkUpTo(gap - 0.11 * pitch);
    }
    const inside = inkUpTo(right) - inkUpTo(left);
    const outside =
      inkUpTo(left - 0.2 * pitch) -
      inkUpTo(left - 2 * pitch) +
      inkUpTo(right + 2 * pitch) -
      inkUpTo(right + 0.2 * pitch);
    return inside - 4.5 * inGaps - 1.5 * outside;
  };
  const search = (around: { left: number; pitch: number }, reach: { left: number; pitch: number }, steps: number) => {
    let best = { ...around, score: -Infinity };
    for (let p = -steps; p <= steps; p++) {
      const pitch = around.pitch + (p / steps) * reach.pitch;
      // A change of pitch about the middle of the line, not about its left end.
      const middle = around.left - (columns / 2) * (pitch - around.pitch);
      for (let l = -steps; l <= steps; l++) {
        const left = middle + (l / steps) * reach.left;
        const score = scoreOf(left, pitch);
        if (score > best.score) best = { left, pitch, score };
      }
    }
    return best;
  };
  const expected = { left: (width - columns * STRIP_PITCH) / 2, pitch: STRIP_PITCH };
  const rough = search(expected, { left: STRIP_PITCH * 1.6, pitch: STRIP_PITCH * 0.07 }, 32);
  return search(rough, { left: 1.5, pitch: STRIP_PITCH * 0.003 }, 8);
}
