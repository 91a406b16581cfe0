import type { Point } from '../../capture-reading.ts';

/** A picture in red, green and blue. */
export interface RgbImage {
  rgb: Uint8Array;
  width: number;
  height: number;
}

/** A square cut out of a picture, perhaps turned: where it lies and how to get back. */
export interface Square {
  centre: Point;
  /** Length of a side in pixels of the picture. */
  side: number;
  /** How far the upper side is turned from level, in radians, clockwise. */
  angle: number;
}

/** The square as `size` by `size` pixels, values 0 to 255, bilinear; outside the picture it is black. */
export function cropSquare(image: RgbImage, square: Square, size: number): Float32Array {
  const out = new Float32Array(size * size * 3);
  // Averaging as many samples as pixels shrink into one keeps fine print from turning into noise.
  const samples = Math.max(1, Math.min(4, Math.round(square.side / size)));
  const weight = 1 / (samples * samples);
  const fine = size * samples;
  const step = square.side / fine;
  const [cosine, sine] = [Math.cos(square.angle) * step, Math.sin(square.angle) * step];
  // Half a step into the square, and half a pixel back: a pixel's value holds at its middle.
  const first = fromSquare(square, [0.5 / fine, 0.5 / fine]);
  for (let down = 0; down < fine; down++) {
    const row = Math.floor(down / samples) * size;
    const left = first[0] - 0.5 - down * sine;
    const top = first[1] - 0.5 + down * cosine;
    for (let across = 0; across < fine; across++) {
      const at = (row + Math.floor(across / samples)) * 3;
      addSample(image, left + across * cosine, top + across * sine, out, at, weight);
    }
  }
  return out;
}

/** From fractions of the square to pixels of the picture. */
export function fromSquare({ centre, side, angle }: Square, [across, down]: Point): Point {
  const [x, y] = [(across - 0.5) * side, (down - 0.5) * side];
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [centre[0] + x * cosine - y * sine, centre[1] + x * sine + y * cosine];
}

function addSample(
  { rgb, width, height }: RgbImage,
  x: number,
  y: number,
  out: Float32Array,
  at: number,
  weight: number,
) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const [fx, fy] = [x - left, y - top];
  if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
    const upper = (top * width + left) * 3;
    const lower = upper + width * 3;
    const [a, b] = [weight * (1 - fx) * (1 - fy), weight * fx * (1 - fy)];
    const [c, d] = [weight * (1 - fx) * fy, weight * fx * fy];
    for (let channel = 0; channel < 3; channel++)
      out[at + channel]! +=
        a * rgb[upper + channel]! +
        b * rgb[upper + channel + 3]! +
        c * rgb[lower + channel]! +
        d * rgb[lower + channel + 3]!;
    return;
  }
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const [column, row] = [left + dx, top + dy];
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const share = weight * (dx ? fx : 1 - fx) * (dy ? fy : 1 - fy);
      const from = (row * width + column) * 3;
      for (let channel = 0; channel < 3; channel++) out[at + channel]! += share * rgb[from + channel]!;
    }
  }
}
