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
  return { luma: peakOf(luma), colour: peakOf(colour) };
}

/** The strongest frequency over the median of those as fine as it. */
function peakOf(patch: Float64Array): number {
  const power = powerSpectrum(patch);
  const rings: { power: number; offAxis: boolean }[][] = [];
  for (let v = -SIDE / 2; v < SIDE / 2; v++) {
    for (let u = 0; u < SIDE / 2; u++) {
      const radius = Math.round(Math.hypot(u, v));
      if (radius < LEAST_CYCLES || radius >= SIDE / 2) continue;
      const offAxis = u > AXIS_CYCLES && Math.abs(v) > AXIS_CYCLES;
      rings[radius] ??= [];
      rings[radius].push({ power: power[((v + SIDE) % SIDE) * SIDE + u]!, offAxis });
    }
  }
  const ratios = rings.map((ring) => {
    const usual = quantile(
      ring.map((bin) => bin.power),
      0.5,
    );
    const strongest = ring.reduce((most, bin) => (bin.offAxis ? Math.max(most, bin.power) : most), 0);
    return strongest / (usual + 1e-9);
  });
  return round(Math.log(Math.max(1, ...ratios.filter(Number.isFinite))), 2);
}

function powerSpectrum(patch: Float64Array): Float64Array {
  const level = mean(patch);
  const hann = Float64Array.from({ length: SIDE }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SIDE));
  const real = patch.map((value, i) => (value - level) * hann[i % SIDE]! * hann[Math.floor(i / SIDE)]!);
  const imaginary = new Float64Array(patch.length);
  for (let row = 0; row < SIDE; row++) transform(real, imaginary, row * SIDE, 1);
  for (let column = 0; column < SIDE; column++) transform(real, imaginary, column, SIDE);
  return real.map((value, i) => value * value + imaginary[i]! * imaginary[i]!);
}

/** Fourier transform in place of `SIDE` numbers that lie `step` apart: Cooley and Tukey, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array, from: number, step: number): void {
  for (let i = 1, j = 0; i < SIDE; i++) {
    let bit = SIDE >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const [a, b] = [from + i * step, from + j * step];
    [real[a], real[b]] = [real[b]!, real[a]!];
    [imaginary[a], imaginary[b]] = [imaginary[b]!, imaginary[a]!];
  }
  for (let length = 2; length <= SIDE; length *= 2) {
    const half = length / 2;
    for (let k = 0; k < half; k++) {
      const angle = (-2 * Math.PI * k) / length;
      const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
      for (let start = 0; start < SIDE; start += length) {
        const [a, b] = [from + (start + k) * step, from + (start + k + half) * step];
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
