import { expect, test } from 'vitest';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { Quad } from '../readings/quad.ts';
import { measurePortraitSeams } from './portrait-seam.ts';

const [WIDTH, HEIGHT] = [1000, 630];
/** A face in the middle of its frame. */
const FACE: Quad = [
  [110, 230],
  [230, 230],
  [230, 390],
  [110, 390],
];
const LEVEL = [0, 0, 0, 0, 0];

/** Light paper with a darker frame around the face, everything in its own grain. */
function page({ turnDegrees = 0, paperGrain = 2, portraitGrain = 2 } = {}): RectifiedDocument {
  const grey = new Uint8Array(WIDTH * HEIGHT);
  const slope = Math.tan((turnDegrees * Math.PI) / 180);
  let state = 1;
  const noise = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state / 0x7fffffff - 0.5) * 3.4;
  };
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, i++) {
      const down = y - slope * (x - 170);
      const framed = x > 60 && x < 280 && down > 160 && down < 460;
      grey[i] = (framed ? 170 : 220) + noise() * (framed ? portraitGrain : paperGrain);
    }
  return { grey, rgb: new Uint8Array(0), width: WIDTH, height: HEIGHT };
}

test('a portrait that was printed with its document has its grain and lies as the text does', () => {
  const { grainRatio, frameTurnDegrees } = measurePortraitSeams(page(), FACE, LEVEL);
  expect(grainRatio).toBeCloseTo(1, 0);
  expect(frameTurnDegrees).toBeCloseTo(0, 1);
});

test.each([
  [-2, 0],
  [-0.9, 0.3],
  [0.6, 0],
  [0.9, -0.4],
  [1.5, 0.5],
])('a frame turned by %d degrees is found so, against text that runs at %d', (turnDegrees, slope) => {
  const slopes = LEVEL.map(() => slope);
  const { frameTurnDegrees } = measurePortraitSeams(page({ turnDegrees }), FACE, slopes);
  expect(Math.abs(frameTurnDegrees! - (turnDegrees - slope))).toBeLessThan(0.4);
});

test('a coarser portrait has more grain', () => {
  expect(measurePortraitSeams(page({ portraitGrain: 5 }), FACE, LEVEL).grainRatio).toBeGreaterThan(1.8);
});

test('what compression leaves is no grain', () => {
  const smooth = page({ paperGrain: 0, portraitGrain: 0.2 });
  expect(measurePortraitSeams(smooth, FACE, LEVEL).grainRatio).toBeLessThan(1);
});

test('without text to compare with, or without a frame, no turn is told', () => {
  expect(measurePortraitSeams(page(), FACE, [0, 0]).frameTurnDegrees).toBeNull();
  const blank: RectifiedDocument = { ...page(), grey: new Uint8Array(WIDTH * HEIGHT).fill(200) };
  expect(measurePortraitSeams(blank, FACE, LEVEL).frameTurnDegrees).toBeNull();
});

test('a face that fills the whole picture leaves nothing to compare with', () => {
  const whole: Quad = [
    [0, 0],
    [WIDTH, 0],
    [WIDTH, HEIGHT],
    [0, HEIGHT],
  ];
  expect(measurePortraitSeams(page(), whole, LEVEL)).toEqual({ grainRatio: null, frameTurnDegrees: null });
});
