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
export function cropSquare({ rgb, width, height }: RgbImage, square: Square, size: number): Float32Array {
  const out = new Float32Array(size * size * 3);
  // Averaging as many samples as pixels shrink into one keeps fine print from turning into noise.
  const samples = Math.max(1, Math.min(4, Math.round(square.side / size)));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = (row * size + column) * 3;
      for (let i = 0; i < samples * samples; i++) {
        const across = (column + ((i % samples) + 0.5) / samples) / size;
        const down = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
        const [x, y] = fromSquare(square, [across, down]);
        addSample(rgb, width, height, x - 0.5, y - 0.5, out, at, 1 / (samples * samples));
      }
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
  rgb: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  out: Float32Array,
  at: number,
  weight: number,
) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const [fx, fy] = [x - left, y - top];
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
