import { expect, test } from 'vitest';
import { startAt } from '../image/quad.ts';
import type { Quad } from '../readings/quad.ts';
import { locateDocument } from './locate-document.ts';
import { outlineAroundPortrait } from './outline-around-portrait.ts';

const CARD: Quad = [
  [300, 300],
  [700, 300],
  [700, 552],
  [300, 552],
];
const SHEET: Quad = [
  [100, 100],
  [1100, 100],
  [1100, 800],
  [100, 800],
];

/** Upright, left of the text, about half as high as the card. */
const PORTRAIT = { centre: [380, 440], side: 130, angle: 0 } as const;

test('of a sheet and the card on it, the portrait belongs to the card', () => {
  expect(outlineAroundPortrait([PORTRAIT], [SHEET, CARD])).toEqual(CARD);
  expect(locateDocument([SHEET, CARD], null, [PORTRAIT])).toEqual({ corners: CARD, foundBy: 'edges' });
});

test('an MRZ that was read goes before the portrait', () => {
  const mrz: Quad = [
    [140, 690],
    [1060, 690],
    [1060, 770],
    [140, 770],
  ];
  expect(locateDocument([CARD, SHEET], { quad: mrz, format: 'TD3' }, [PORTRAIT])?.corners).toEqual(SHEET);
});

test.each([1, 2, 3])('a card turned by %s quarters is told upright by its portrait', (quarters) => {
  const turned = (point: readonly [number, number]): [number, number] => {
    let [x, y] = [point[0] - 500, point[1] - 426];
    for (let i = 0; i < quarters; i++) [x, y] = [-y, x];
    return [x + 500, y + 426];
  };
  const card = CARD.map(turned) as unknown as Quad;
  const face = { centre: turned(PORTRAIT.centre), side: 130, angle: (quarters * Math.PI) / 2 };
  expect(outlineAroundPortrait([face], [startAt(card, 3)])).toEqual(card);
});

test.each([
  ['in the middle of the card', { ...PORTRAIT, centre: [500, 440] as const }],
  ['much too small, as the second portrait of a card', { ...PORTRAIT, side: 40 }],
  ['askew', { ...PORTRAIT, angle: 0.6 }],
  ['beside the card, as in a newspaper', { ...PORTRAIT, centre: [900, 440] as const }],
])('a face %s is no portrait of it', (_, face) => {
  expect(outlineAroundPortrait([face], [CARD])).toBeNull();
});

test('where no face tells, the likeliest outline stands', () => {
  expect(locateDocument([SHEET, CARD], null, [])?.corners).toEqual(SHEET);
  expect(locateDocument([], null, [PORTRAIT])).toBeNull();
});
