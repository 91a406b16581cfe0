import type { GreyImage } from './pixels.ts';

/** How much darker than its surroundings each pixel is, whatever is narrower than the square: strokes, not surfaces. */
export function blackHat({ data, width, height }: GreyImage, radius: number): Uint8Array {
  const dilated = largestAround(data, width, height, radius);
  const closed = inverted(largestAround(inverted(dilated), width, height, radius));
  for (let i = 0; i < closed.length; i++) closed[i]! -= data[i]!;
  return closed;
}

/** Of a black and white picture: bridges gaps up to `gap` pixels wide in rows that are looked at three at a time. */
export function bridgeGaps(pixels: Uint8Array, width: number, height: number, gap: number): Uint8Array {
  const thick = acrossRows(pixels, width, height, 'any');
  for (let y = 0; y < height; y++) {
    let lastSet = -1;
    for (let x = 0; x < width; x++) {
      if (thick[y * width + x] === 0) continue;
      if (lastSet >= 0 && x - lastSet - 1 <= gap) thick.fill(255, y * width + lastSet + 1, y * width + x);
      lastSet = x;
    }
  }
  return acrossRows(thick, width, height, 'all');
}

/** Of a black and white picture: keeps runs of at least `length` pixels that are three rows high, and drops the rest. */
export function keepRuns(pixels: Uint8Array, width: number, height: number, length: number): Uint8Array {
  const thin = acrossRows(pixels, width, height, 'all');
  for (let y = 0; y < height; y++) {
    let start = -1;
    for (let x = 0; x <= width; x++) {
      const isSet = x < width && thin[y * width + x] !== 0;
      if (isSet && start === -1) start = x;
      if (isSet || start === -1) continue;
      if (x - start < length) thin.fill(0, y * width + start, y * width + x);
      start = -1;
    }
  }
  return acrossRows(thin, width, height, 'any');
}

/** Whether any or all of a pixel and its neighbours above and below are set; beyond the edge nothing speaks against it. */
function acrossRows(pixels: Uint8Array, width: number, height: number, need: 'any' | 'all'): Uint8Array {
  const result = Uint8Array.from(pixels);
  for (let at = 0; at < width * (height - 1); at++) {
    const [upper, lower] = [pixels[at]!, pixels[at + width]!];
    if (need === 'any') {
      result[at]! |= lower;
      result[at + width]! |= upper;
    } else {
      result[at]! &= lower;
      result[at + width]! &= upper;
    }
  }
  return result;
}

/** The largest value in the square around each pixel. */
function largestAround(data: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const paddedWidth = width + 2 * radius;
  const padded = new Uint8Array(paddedWidth * (height + 2 * radius));
  for (let y = 0; y < height; y++) {
    padded.set(data.subarray(y * width, (y + 1) * width), (y + radius) * paddedWidth + radius);
  }
  largestInWindow(padded, 1, 2 * radius + 1);
  largestInWindow(padded, paddedWidth, 2 * radius + 1);
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    result.set(padded.subarray(y * paddedWidth, y * paddedWidth + width), y * width);
  }
  return result;
}

/** Replaces each value by the largest of the next `count`, `step` apart, doubling the reach each time. */
function largestInWindow(values: Uint8Array, step: number, count: number): void {
  let reach = 1;
  while (reach < count) {
    const further = Math.min(reach, count - reach);
    const shift = further * step;
    for (let i = 0; i < values.length - shift; i++) if (values[i + shift]! > values[i]!) values[i] = values[i + shift]!;
    reach += further;
  }
}

function inverted(data: Uint8Array): Uint8Array {
  return data.map((value) => 255 - value);
}
