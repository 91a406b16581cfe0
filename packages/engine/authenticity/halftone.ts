import { exactLuma } from '../image/luma.ts';
import type { RgbImage } from '../image/pixels.ts';
import { mean, quantile, round } from '../image/statistics.ts';
import type { RecaptureReading } from '../readings/authenticity.ts';
import type { Point } from '../readings/quad.ts';

/** Side of the patch in pixels, a power of two. */
export const PATCH_SIDE = 512;
const SIDE = PATCH_SIDE;

/** Coarser patterns, in cycles per patch, are what is printed; so is what runs along or across: lines of text. */
const LEAST_CYCLES = 48;
const AXIS_CYCLES = 6;

/**
 * Looks for a periodic pattern that neither paper nor plastic has: the pixels of a screen, the dots of a print.
 *
 * @param centre  middle of the patch, in pixels
 * @returns null when the picture is smaller than a patch
 */
export function measureHalftone(image: RgbImage, [x, y]: Point): RecaptureReading | null {
  const { rgb, width, height } = image;
  if (width < SIDE || height < SIDE) return null;
  const left = Math.max(0, Math.min(width - SIDE, Math.round(x - SIDE / 2)));
  const top = Math.max(0, Math.min(height - SIDE, Math.round(y - SIDE / 2)));
  const luma = new Float64Array(SIDE * SIDE);
  const colour = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const at = ((top + row) * width + left + column) * 3;
      const [red, green, blue] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
      luma[row * SIDE + column] = exactLuma(red, green, blue);
      colour[row * SIDE + column] = (red + blue) / 2 - green;
    }
  }
  const [ofLuma, ofColour] = powerSpectra(luma, colour);
  return { luma: peakOf(ofLuma), colour: peakOf(ofColour) };
}

/** The frequencies as fine as each other, in cycles per patch: places in a spectrum, and whether each lies off the axes. */
const RINGS: readonly { at: Uint32Array; offAxis: Uint8Array }[] = (() => {
  const rings = new Map<number, { at: number[]; offAxis: number[] }>();
  for (let v = -SIDE / 2; v < SIDE / 2; v++) {
    for (let u = 0; u < SIDE / 2; u++) {
      const radius = Math.round(Math.hypot(u, v));
      if (radius < LEAST_CYCLES || radius >= SIDE / 2) continue;
      const ring = rings.get(radius) ?? { at: [], offAxis: [] };
      rings.set(radius, ring);
      ring.at.push(((v + SIDE) % SIDE) * SIDE + u);
      ring.offAxis.push(u > AXIS_CYCLES && Math.abs(v) > AXIS_CYCLES ? 1 : 0);
    }
  }
  return [...rings.values()].map(({ at, offAxis }) => ({
    at: Uint32Array.from(at),
    offAxis: Uint8Array.from(offAxis),
  }));
})();

/** The strongest frequency over the median of those as fine as it. */
function peakOf(power: Float64Array): number {
  let most = 1;
  for (const { at, offAxis } of RINGS) {
    const ring = new Float64Array(at.length);
    let strongest = 0;
    for (let i = 0; i < at.length; i++) {
      const value = power[at[i]!]!;
      ring[i] = value;
      if (offAxis[i] === 1 && value > strongest) strongest = value;
    }
    most = Math.max(most, strongest / (quantile(ring, 0.5) + 1e-9));
  }
  return round(Math.log(most), 2);
}

/**
 * Of two patches at once: one is the real part and one the imaginary part of what is transformed, and since both are real, the sum and the
 * difference of a frequency and its opposite tell them apart.
 */
function powerSpectra(first: Float64Array, second: Float64Array): [Float64Array, Float64Array] {
  const [real, imaginary] = [windowed(first), windowed(second)];
  for (let row = 0; row < SIDE; row++) transform(real, imaginary, row * SIDE);
  transpose(real);
  transpose(imaginary);
  for (let row = 0; row < SIDE; row++) transform(real, imaginary, row * SIDE);
  // A frequency stands at its transposed place now, which is undone here. The right half holds opposites and is not looked at.
  const [ofFirst, ofSecond] = [new Float64Array(real.length), new Float64Array(real.length)];
  for (let u = 0; u < SIDE / 2; u++) {
    for (let v = 0; v < SIDE; v++) {
      const at = u * SIDE + v;
      const opposite = ((SIDE - u) % SIDE) * SIDE + ((SIDE - v) % SIDE);
      const [a, b, c, d] = [real[at]!, imaginary[at]!, real[opposite]!, imaginary[opposite]!];
      ofFirst[v * SIDE + u] = ((a + c) * (a + c) + (b - d) * (b - d)) / 4;
      ofSecond[v * SIDE + u] = ((b + d) * (b + d) + (c - a) * (c - a)) / 4;
    }
  }
  return [ofFirst, ofSecond];
}

const HANN = Float64Array.from({ length: SIDE }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIDE));

/** Less its mean, and fading towards its edges, where it would seem to jump otherwise. */
function windowed(patch: Float64Array): Float64Array {
  const level = mean(patch);
  const result = new Float64Array(patch.length);
  for (let row = 0, i = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++, i++) result[i] = (patch[i]! - level) * HANN[column]! * HANN[row]!;
  return result;
}

function transpose(square: Float64Array): void {
  for (let row = 0; row < SIDE; row++) {
    for (let column = row + 1; column < SIDE; column++) {
      swap(square, row * SIDE + column, column * SIDE + row);
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}

const COSINES = Float64Array.from({ length: SIDE / 2 }, (_, k) => Math.cos((-2 * Math.PI * k) / SIDE));
const SINES = Float64Array.from({ length: SIDE / 2 }, (_, k) => Math.sin((-2 * Math.PI * k) / SIDE));

/** Fourier transform in place of `SIDE` numbers from a place on: Cooley and Tukey, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array, from: number): void {
  for (let i = 1, j = 0; i < SIDE; i++) {
    let bit = SIDE >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    swap(real, from + i, from + j);
    swap(imaginary, from + i, from + j);
  }
  for (let length = 2; length <= SIDE; length *= 2) {
    const half = length / 2;
    const turns = SIDE / length;
    for (let start = from; start < from + SIDE; start += length) {
      for (let k = 0; k < half; k++) {
        const cosine = COSINES[k * turns]!;
        const sine = SINES[k * turns]!;
        const a = start + k;
        const b = a + half;
        const re = real[b]! * cosine - imaginary[b]! * sine;
        const im = real[b]! * sine + imaginary[b]! * cosine;
        real[b] = real[a]! - re;
        imaginary[b] = imaginary[a]! - im;
        real[a]! += re;
        imaginary[a]! += im;
      }
    }
  }
}
