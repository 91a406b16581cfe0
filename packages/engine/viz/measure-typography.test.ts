import { expect, test } from 'vitest';
import type { RectifiedDocument } from '../image/rectify.ts';
import { measureTypography } from './measure-typography.ts';

const WIDTH = 1536;
const BOX = { left: 300, right: 620, top: 100, bottom: 150, slope: 0 };

interface Letters {
  stroke?: number;
  height?: number;
  /** Pixels from one letter to the next. */
  pitch?: number;
  slant?: number;
  lowered?: number;
  /** How much darker than paper the fine lines of the background are; the background of the line's box may be covered. */
  lines?: number;
  covered?: boolean;
}

/** Twelve upright bars, as capital I is, at the left of the box. */
function printed({
  stroke = 6,
  height = 30,
  pitch = 22,
  slant = 0,
  lowered = 0,
  lines = 20,
  covered = false,
}: Letters): RectifiedDocument {
  const documentHeight = 260;
  const grey = new Uint8Array(WIDTH * documentHeight).fill(220);
  for (let y = 0; y < documentHeight; y++)
    for (let x = 0; x < WIDTH; x++) {
      const isCovered = covered && x > 290 && x < 630 && y > 95 && y < 155;
      if (!isCovered && (y + Math.round(4 * Math.sin(x / 30))) % 12 < 2) grey[y * WIDTH + x]! -= lines;
    }
  for (let letter = 0; letter < 12; letter++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < stroke; column++) {
        const y = 140 - height + row + lowered;
        const x = Math.round(310 + letter * pitch + column + slant * (height - row));
        grey[y * WIDTH + x] = 25;
      }
  return { grey, rgb: new Uint8Array(0), width: WIDTH, height: documentHeight };
}

const measure = (letters: Letters = {}) => measureTypography(printed(letters), BOX)!;

test('height, length, thickness and baseline of letters are those that were printed', () => {
  const { height, length, stroke, baseline, slant } = measure();
  expect(height * WIDTH).toBeCloseTo(30, -0.5);
  expect(Math.abs(length * WIDTH - (11 * 22 + 6))).toBeLessThan(2);
  expect(Math.abs(stroke * 30 - 6)).toBeLessThan(1.2);
  expect(Math.abs(baseline * WIDTH - 140)).toBeLessThan(1);
  expect(Math.abs(slant)).toBeLessThan(0.03);
});

test('each trait follows what was printed otherwise', () => {
  const usual = measure();
  expect(measure({ stroke: 9 }).stroke).toBeGreaterThan(usual.stroke * 1.3);
  expect(measure({ height: 33, pitch: 24 }).height).toBeCloseTo(usual.height * 1.1, 3);
  expect(Math.abs((measure({ lowered: 3 }).baseline - usual.baseline) * WIDTH - 3)).toBeLessThan(0.2);
  expect(Math.abs(measure({ slant: 0.2 }).slant - 0.2)).toBeLessThan(0.05);
  expect(measure({ covered: true }).background!).toBeLessThan(usual.background! * 0.4);
});

test('a line that runs askew is measured along itself', () => {
  const level = measure();
  const flat = printed({});
  const grey = new Uint8Array(flat.grey.length).fill(220);
  for (let y = 0; y < flat.height; y++)
    for (let x = 0; x < WIDTH; x++) {
      const from = y - Math.round(0.015 * (x - BOX.left));
      if (from >= 0 && from < flat.height) grey[y * WIDTH + x] = flat.grey[from * WIDTH + x]!;
    }
  const askew = measureTypography({ ...flat, grey }, BOX)!;
  expect(askew.height / level.height).toBeCloseTo(1, 1);
  expect(Math.abs(askew.baseline - level.baseline) * WIDTH).toBeLessThan(1);
});

test('where no letters stand, or too small ones, nothing is measured', () => {
  expect(measureTypography(printed({ lines: 0, stroke: 0 }), BOX)).toBeNull();
  expect(measureTypography(printed({}), { ...BOX, bottom: BOX.top + 5 })).toBeNull();
});
