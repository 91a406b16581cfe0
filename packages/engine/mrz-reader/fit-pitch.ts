import { solveLeastSquares } from '../image/solve-linear.ts';
import { clamp } from '../image/statistics.ts';
import { STRIP_PITCH } from './mrz-strip.ts';

/**
 * Where the characters of a line stand, given the ink of each column of pixels.
 *
 * A fixed pitch is a wave: its length is where the ink's spectrum peaks, and its phase says where the characters' middles
 * are. Perspective makes the pitch grow along the line, so the line is first straightened until the peak is highest; what
 * is left shows as a drift of the phase and is taken off.
 */
export function fitPitch(ink: Float32Array, columns: number): { x: number; pitch: number }[] {
  const { bend, pitch } = findWave(ink);
  const even = straighten(ink, bend);
  const phase = wave(even, pitch, 0, even.length).phase;
  const left = leftEdge(even, pitch, columns, phase * pitch - pitch / 2);
  const drift = driftOf(even, pitch, left, columns);
  return Array.from({ length: columns }, (_, column) => {
    const grid = left + (column + 0.5) * pitch;
    const x = grid + drift(grid);
    const half = ink.length / 2;
    return { x: bent(x, half, bend), pitch: pitch * (1 - (2 * bend * (x - half)) / half) };
  });
}

/** Bends and pitches are tried in steps that no peak falls between; then the pitch alone, around the highest. */
function findWave(ink: Float32Array): { bend: number; pitch: number } {
  let best = { bend: 0, pitch: STRIP_PITCH, strength: -1 };
  for (let step = -7; step <= 7; step++) {
    const bend = step * 0.007;
    const even = straighten(ink, bend);
    for (let pitchStep = -14; pitchStep <= 14; pitchStep++) {
      const pitch = STRIP_PITCH * (1 + pitchStep * 0.0057);
      const { strength } = wave(even, pitch, 0, even.length);
      if (strength > best.strength) best = { bend, pitch, strength };
    }
  }
  const even = straighten(ink, best.bend);
  const middle = best.pitch;
  for (let step = -6; step <= 6; step++) {
    const pitch = middle * (1 + step * 0.001);
    const { strength } = wave(even, pitch, 0, even.length);
    if (strength > best.strength) best = { ...best, pitch, strength };
  }
  return best;
}

/** The ink as it would lie if the line's pitch did not grow by four times `bend` from end to end. */
function straighten(ink: Float32Array, bend: number): Float32Array {
  const even = new Float32Array(ink.length);
  for (let x = 0; x < even.length; x++) {
    const from = bent(x, ink.length / 2, bend);
    const column = Math.floor(from);
    if (column < 0 || column >= ink.length - 1) continue;
    even[x] = ink[column]! * (column + 1 - from) + ink[column + 1]! * (from - column);
  }
  return even;
}

function bent(x: number, half: number, bend: number): number {
  const u = (x - half) / half;
  return x - bend * u * u * half;
}

/** The ink's component of one wavelength between two columns; the phase in turns, where 0 is a crest at column 0. */
export function wave(ink: Float32Array, length: number, from: number, to: number): { strength: number; phase: number } {
  const turn = (2 * Math.PI) / length;
  const [stepCosine, stepSine] = [Math.cos(turn), Math.sin(turn)];
  let [cosine, sine] = [Math.cos(turn * (from + 0.5)), Math.sin(turn * (from + 0.5))];
  let [real, imaginary] = [0, 0];
  for (let x = from; x < to; x++) {
    real += ink[x]! * cosine;
    imaginary += ink[x]! * sine;
    [cosine, sine] = [cosine * stepCosine - sine * stepSine, sine * stepCosine + cosine * stepSine];
  }
  return { strength: Math.hypot(real, imaginary), phase: Math.atan2(imaginary, real) / (2 * Math.PI) };
}

/** Of all left edges that the phase allows, the one that leaves the least ink outside the line. */
function leftEdge(ink: Float32Array, pitch: number, columns: number, allowed: number): number {
  const sums = new Float64Array(ink.length + 1);
  for (let x = 0; x < ink.length; x++) sums[x + 1] = sums[x]! + ink[x]!;
  const inkUpTo = (x: number) => sums[Math.max(0, Math.min(ink.length, Math.round(x)))]!;
  const expected = (ink.length - columns * pitch) / 2;
  const nearest = allowed + Math.round((expected - allowed) / pitch) * pitch;
  let best = { left: nearest, score: -Infinity };
  for (let shift = -2; shift <= 2; shift++) {
    const left = nearest + shift * pitch;
    const right = left + columns * pitch;
    const inside = inkUpTo(right) - inkUpTo(left);
    const beside = inkUpTo(left) - inkUpTo(left - pitch) + inkUpTo(right + pitch) - inkUpTo(right);
    const score = inside - beside - Math.abs(shift) * 0.01 * inside;
    if (score > best.score) best = { left, score };
  }
  return best.left;
}

const DRIFT_WINDOW = 8;

/** How far the characters stand beside the even grid, as a parabola along the line, in pixels. */
function driftOf(ink: Float32Array, pitch: number, left: number, columns: number): (x: number) => number {
  const centre = left + (columns * pitch) / 2;
  const scale = (columns * pitch) / 2;
  const equations: number[][] = [];
  const weights: number[] = [];
  for (let column = 0; column + DRIFT_WINDOW <= columns; column += DRIFT_WINDOW / 2) {
    const from = Math.max(0, Math.round(left + column * pitch));
    const to = Math.min(ink.length, Math.round(left + (column + DRIFT_WINDOW) * pitch));
    const { strength, phase } = wave(ink, pitch, from, to);
    const turns = phase - (left + pitch / 2) / pitch;
    const u = ((from + to) / 2 - centre) / scale;
    equations.push([1, u, u * u, (turns - Math.round(turns)) * pitch]);
    weights.push(strength);
  }
  const parabola = solveLeastSquares(equations, { weights, ridge: 0 });
  if (!parabola) return () => 0;
  const [a, b, c] = parabola;
  return (x) => {
    const u = (x - centre) / scale;
    return clamp(a! + b! * u + c! * u * u, -0.4 * pitch, 0.4 * pitch);
  };
}
