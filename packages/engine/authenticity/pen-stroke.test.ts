import { expect, test } from 'vitest';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { Quad } from '../readings/quad.ts';
import { findPenStrokes } from './pen-stroke.ts';

const [WIDTH, HEIGHT] = [1000, 630];
const WHOLE: Quad = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
/** A line of text in the middle. */
const TEXT = { left: 300, top: 300, right: 700, bottom: 325 };
const SURFACE = { place: WHOLE, mrz: null, portraits: [], text: [TEXT] };

type Ink = (x: number, y: number) => boolean;

/** Paper with separate letters in the printed line, and whatever ink is added. */
function page(ink: Ink = () => false): RectifiedDocument {
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(215);
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, i++) {
      const letter = y > TEXT.top && y < TEXT.bottom && x > TEXT.left && x < TEXT.right && x % 14 < 9;
      if (letter || ink(x, y)) grey[i] = 50;
    }
  return { grey, rgb: new Uint8Array(0), width: WIDTH, height: HEIGHT };
}

/** A winding line around a height. */
const wave =
  (from: number, to: number, height: number): Ink =>
  (x, y) =>
    x >= from && x <= to && Math.abs(y - height - 30 * Math.sin(x / 15)) < 4;

test('text alone has no strokes', () => {
  expect(findPenStrokes(page(), SURFACE)).toEqual([]);
});

test('a line that winds across text crosses it, and is marked where it is', () => {
  const [stroke, ...others] = findPenStrokes(page(wave(250, 750, 312)), SURFACE);
  expect(others).toEqual([]);
  expect(stroke).toMatchObject({ crossedLines: 1 });
  expect(stroke!.length).toBeCloseTo(0.5, 1);
  expect(stroke!.quad[0][0]).toBeCloseTo(0.25, 2);
});

test('a signature beside the text crosses nothing', () => {
  expect(findPenStrokes(page(wave(400, 600, 480)), SURFACE)).toMatchObject([{ crossedLines: 0 }]);
});

test('strokes of a portrait and of the MRZ are theirs', () => {
  const flat = page(wave(400, 600, 480));
  const around = { left: 350, top: 420, right: 650, bottom: 540 };
  const mrz: Quad = [
    [0.3, 0.65],
    [0.7, 0.65],
    [0.7, 0.9],
    [0.3, 0.9],
  ];
  expect(findPenStrokes(flat, { ...SURFACE, portraits: [around] })).toEqual([]);
  expect(findPenStrokes(flat, { ...SURFACE, mrz })).toEqual([]);
});

test('a straight rule, a filled area and the edge of the document are no strokes of a pen', () => {
  const rule: Ink = (x, y) => y > 450 && y < 455 && x > 100 && x < 900;
  const area: Ink = (x, y) => y > 450 && y < 550 && x > 100 && x < 300;
  const edge: Ink = (x, y) => x < 6 || y < 6;
  for (const ink of [rule, area, edge]) expect(findPenStrokes(page(ink), SURFACE)).toEqual([]);
});

test('a faint background is no ink', () => {
  const flat = page();
  for (let i = 0; i < flat.grey.length; i++)
    if (wave(100, 900, 480)(i % WIDTH, Math.floor(i / WIDTH))) flat.grey[i] = 180;
  expect(findPenStrokes(flat, SURFACE)).toEqual([]);
});
