import { addColourBetween } from '../image/bilinear.ts';
import type { RgbImage } from '../image/pixels.ts';
import type { Point } from '../readings/quad.ts';

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
  // Averaging as many samples as pixels shrink into one keeps fine text from turning into noise.
  const samples = Math.max(1, Math.min(4, Math.round(square.side / size)));
  const weight = 1 / (samples * samples);
  const fine = size * samples;
  const step = square.side / fine;
  const [cosine, sine] = [Math.cos(square.angle) * step, Math.sin(square.angle) * step];
  // Half a step into the square, and half a pixel back: a pixel's value holds at its middle.
  const first = fromSquare(square, [0.5 / fine, 0.5 / fine]);
  for (let down = 0; down < fine; down++) {
    const at = Math.floor(down / samples) * size * 3;
    const left = first[0] - 0.5 - down * sine;
    const top = first[1] - 0.5 + down * cosine;
    const row = { left, top, cosine, sine, at };
    if (isWithin(image, left, top) && isWithin(image, left + (fine - 1) * cosine, top + (fine - 1) * sine))
      addRow(image, row, out, fine, samples, weight);
    else
      for (let across = 0; across < fine; across++)
        addSample(
          image,
          left + across * cosine,
          top + across * sine,
          out,
          at + Math.floor(across / samples) * 3,
          weight,
        );
  }
  return out;
}

/** Whether a sample and its neighbours to the right and below lie in the picture. */
function isWithin({ width, height }: RgbImage, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
}

interface Row {
  left: number;
  top: number;
  cosine: number;
  sine: number;
  at: number;
}

/** A row of samples that all lie in the picture, as most do: there are hundreds of thousands, so nothing is asked of each. */
function addRow(
  { rgb, width }: RgbImage,
  { left, top, cosine, sine, at: from }: Row,
  out: Float32Array,
  fine: number,
  samples: number,
  weight: number,
): void {
  const stride = width * 3;
  for (let across = 0, sample = 0, at = from; across < fine; across++) {
    const x = left + across * cosine;
    const y = top + across * sine;
    const column = x | 0;
    const line = y | 0;
    addColourBetween(rgb, line * stride + column * 3, stride, x - column, y - line, out, at, weight);
    if (++sample === samples) {
      sample = 0;
      at += 3;
    }
  }
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
  if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height)
    return addColourBetween(rgb, (top * width + left) * 3, width * 3, fx, fy, out, at, weight);
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
