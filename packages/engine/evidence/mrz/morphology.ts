import type { GrayImage } from './gray-image.ts';

/** How much darker than its surroundings each pixel is, whatever is narrower than the square: strokes, not surfaces. */
export function blackHat(image: GrayImage, radius: number): Uint8Array {
  const { data, width, height } = image;
  const closed = close(data, width, height, radius, radius);
  for (let i = 0; i < closed.length; i++) closed[i]! -= data[i]!;
  return closed;
}

/** Fills gaps up to twice the radius. */
export function close(data: Uint8Array, width: number, height: number, radiusX: number, radiusY: number): Uint8Array {
  return extreme(extreme(data, width, height, radiusX, radiusY, 'max'), width, height, radiusX, radiusY, 'min');
}

/** Removes what is smaller than twice the radius. */
export function open(data: Uint8Array, width: number, height: number, radiusX: number, radiusY: number): Uint8Array {
  return extreme(extreme(data, width, height, radiusX, radiusY, 'min'), width, height, radiusX, radiusY, 'max');
}

function extreme(
  data: Uint8Array,
  width: number,
  height: number,
  radiusX: number,
  radiusY: number,
  which: 'min' | 'max',
): Uint8Array {
  const rows = slide(data, height, width, width, 1, radiusX, which);
  return slide(rows, width, height, 1, width, radiusY, which);
}

/**
 * The extreme of a sliding window along every line, in a time that does not depend on the window (van Herk, Gil and Werman):
 * running extremes from both ends of blocks as long as the window meet in the middle.
 */
function slide(
  data: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
  which: 'min' | 'max',
): Uint8Array {
  if (radius === 0) return data;
  const window = 2 * radius + 1;
  const flip = which === 'min' ? 255 : 0;
  const padded = Math.ceil((length + 2 * radius) / window) * window;
  const values = new Uint8Array(padded);
  const forward = new Uint8Array(padded);
  const backward = new Uint8Array(padded);
  const result = new Uint8Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    for (let i = 0; i < length; i++) values[radius + i] = data[start + i * step]! ^ flip;
    for (let i = 0; i < padded; i++) {
      forward[i] = i % window === 0 || values[i]! > forward[i - 1]! ? values[i]! : forward[i - 1]!;
    }
    for (let i = padded - 1; i >= 0; i--) {
      backward[i] = i % window === window - 1 || values[i]! > backward[i + 1]! ? values[i]! : backward[i + 1]!;
    }
    for (let i = 0; i < length; i++) {
      const [first, last] = [backward[i]!, forward[i + 2 * radius]!];
      result[start + i * step] = (first > last ? first : last) ^ flip;
    }
  }
  return result;
}
