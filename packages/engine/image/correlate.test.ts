import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correlate } from './correlate.ts';

const shades = fc.uint8Array({ minLength: 12, maxLength: 12, max: 80 });
const between = (one: Uint8Array, other: Uint8Array) =>
  correlate({ data: one, from: 0 }, { data: other, from: 0 }, 4, 4, 3);

it('two windows are as alike in other light and contrast, and as unlike in the negative', () => {
  fc.assert(
    fc.property(shades, (data) => {
      fc.pre(new Set(data).size > 1);
      expect(
        between(
          data,
          data.map((shade) => 3 * shade + 7),
        ),
      ).toBeCloseTo(1);
      expect(
        between(
          data,
          data.map((shade) => 255 - shade),
        ),
      ).toBeCloseTo(-1);
    }),
  );
});

it('an even window is like none', () => {
  fc.assert(
    fc.property(shades, (data) => {
      expect(between(data, new Uint8Array(12).fill(128))).toBe(0);
    }),
  );
});

it('only what lies in the windows counts', () => {
  const one = Uint8Array.of(9, 1, 2, 9, 3, 5);
  const other = Uint8Array.of(1, 2, 0, 3, 5, 0);
  expect(correlate({ data: one, from: 1 }, { data: other, from: 0 }, 3, 2, 2)).toBeCloseTo(1);
});
