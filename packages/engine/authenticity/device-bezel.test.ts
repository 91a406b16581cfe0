import { expect, test } from 'vitest';
import type { Picture } from '../image/decode.ts';
import type { Quad } from '../readings/quad.ts';
import { measureBezel } from './device-bezel.ts';

const [WIDTH, HEIGHT] = [1200, 800];

interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
  luma: number;
  /** About the middle of the picture. */
  degrees?: number;
}

/** A table, and on it one thing on another. */
function picture(things: readonly Rectangle[]): Picture {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(150);
  for (const { left, top, right, bottom, luma, degrees = 0 } of things) {
    const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    for (let y = 0; y < HEIGHT; y++)
      for (let x = 0; x < WIDTH; x++) {
        const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
        const [u, v] = [WIDTH / 2 + dx * cosine + dy * sine, HEIGHT / 2 + dy * cosine - dx * sine];
        if (u >= left && u < right && v >= top && v < bottom) grey[y * WIDTH + x] = luma;
      }
  }
  return { width: WIDTH, height: HEIGHT, grey, rgb: new Uint8Array(0), original: { width: WIDTH, height: HEIGHT } };
}

const quadOf = ({ left, top, right, bottom }: Rectangle): Quad => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

const DOCUMENT: Rectangle = { left: 200, top: 140, right: 1000, bottom: 660, luma: 225 };
const FRAME: Rectangle = { left: 130, top: 80, right: 1070, bottom: 720, luma: 25 };

test('the frame of a device runs around the document on all sides', () => {
  const { sides, quad } = measureBezel(picture([FRAME, DOCUMENT]), quadOf(DOCUMENT));
  expect(sides).toBe(4);
  expect(Math.abs(quad![0][0] * WIDTH - FRAME.left)).toBeLessThan(12);
  expect(Math.abs(quad![2][1] * HEIGHT - FRAME.bottom)).toBeLessThan(12);
});

test('it is found as well where its own outline was taken for the document', () => {
  expect(measureBezel(picture([FRAME, DOCUMENT]), quadOf(FRAME)).sides).toBe(4);
});

test('a table has none, be it dark or light', () => {
  expect(measureBezel(picture([DOCUMENT]), quadOf(DOCUMENT))).toEqual({ sides: 0, quad: null });
  const dark = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT, luma: 25 };
  expect(measureBezel(picture([dark, DOCUMENT]), quadOf(DOCUMENT)).sides).toBe(0);
});

test('a dark folder that lies askew is no frame, nor is a light sheet', () => {
  expect(measureBezel(picture([{ ...FRAME, degrees: 4 }, DOCUMENT]), quadOf(DOCUMENT)).sides).toBe(0);
  expect(measureBezel(picture([{ ...FRAME, luma: 245 }, DOCUMENT]), quadOf(DOCUMENT)).sides).toBe(0);
});
