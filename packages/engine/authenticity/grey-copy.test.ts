import { expect, test } from 'vitest';
import type { Picture } from '../image/decode.ts';
import { toLuma } from '../image/luma.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { Quad } from '../readings/quad.ts';
import { measureColour } from './grey-copy.ts';

const [WIDTH, HEIGHT] = [1000, 700];
const FACE: Quad = [
  [100, 200],
  [250, 200],
  [250, 400],
  [100, 400],
];

type Rgb = readonly [number, number, number];

/** A page as wide as those that are measured: every pixel printed in a colour and lit by a light. */
function page(printAt: (x: number, y: number) => Rgb, lightAt: (x: number, y: number) => Rgb): RectifiedDocument {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [print, light] = [printAt(x, y), lightAt(x / WIDTH, y / HEIGHT)];
      for (let channel = 0; channel < 3; channel++)
        rgb[3 * (y * WIDTH + x) + channel] = Math.min(255, print[channel]! * light[channel]!);
    }
  const size = { width: WIDTH, height: HEIGHT };
  return { ...size, rgb, grey: toLuma({ data: rgb, channels: 3, ...size }).data };
}

function colourOf(flat: RectifiedDocument) {
  const picture: Picture = { ...flat, original: { width: WIDTH, height: HEIGHT } };
  const whole: Quad = [
    [0, 0],
    [WIDTH, 0],
    [WIDTH, HEIGHT],
    [0, HEIGHT],
  ];
  return measureColour(flat, picture, whole, FACE);
}

const isFace = (x: number, y: number) => x >= 100 && x < 250 && y >= 200 && y < 400;
const isPatch = (x: number, y: number) => Math.floor(x / 60) % 3 === 0 && Math.floor(y / 60) % 2 === 0;

/** Grey print: paper, darker patches, a face in grey. */
const GREY = (x: number, y: number): Rgb => {
  const luma = isFace(x, y) ? 150 : isPatch(x, y) ? 140 : 200;
  return [luma, luma, luma];
};
/** The same in colour. */
const COLOURED = (x: number, y: number): Rgb =>
  isFace(x, y) ? [190, 145, 125] : isPatch(x, y) ? [130, 160, 190] : [205, 200, 195];

const DAYLIGHT = (): Rgb => [1, 1, 1];
/** A bulb from the left and a pink lamp from the right, no plane. */
const TWO_LAMPS = (x: number, y: number): Rgb => {
  const [bulb, pink] = [Math.exp(-3 * x), Math.exp(-6 * ((x - 1) ** 2 + (y - 0.5) ** 2))];
  return [1, 0.92 - 0.1 * bulb - 0.22 * pink, 0.9 - 0.3 * bulb - 0.05 * pink];
};

test('under two lamps grey print is as grey as in daylight, though the page has many hues', () => {
  const [day, lamps] = [colourOf(page(GREY, DAYLIGHT)), colourOf(page(GREY, TWO_LAMPS))];
  expect(day).toMatchObject({ spread: 0, printSpread: 0, portraitHue: 0 });
  expect(lamps.spread).toBeGreaterThan(0.02);
  expect(lamps.printSpread).toBeLessThan(0.03);
  expect(lamps.portraitHue).toBeLessThan(0.08);
});

test('under the same lamps coloured print and a coloured portrait keep their hues', () => {
  for (const light of [DAYLIGHT, TWO_LAMPS]) {
    const { printSpread, portraitHue } = colourOf(page(COLOURED, light));
    expect(printSpread).toBeGreaterThan(0.1);
    expect(portraitHue).toBeGreaterThan(0.2);
  }
});

test('a page that is too dark to have hues is not measured', () => {
  const dark = colourOf(page(() => [30, 30, 30], DAYLIGHT));
  expect(dark).toMatchObject({ spread: null, printSpread: null, portraitHue: null });
});
