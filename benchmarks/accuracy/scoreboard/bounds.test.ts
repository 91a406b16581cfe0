import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasFallen, interval } from './bounds.ts';

test.each([
  // hits  n     published by Clopper and Pearson (95 %)
  [0, 10, 0, 0.3085],
  [5, 10, 0.1871, 0.8129],
  [10, 10, 0.6915, 1],
  [0, 100, 0, 0.0362],
  [96, 108, 0.814, 0.9413],
])('%i of %i lies between %f and %f', (hits, n, low, high) => {
  const [below, above] = interval(hits, n);
  expect(below).toBeCloseTo(low, 3);
  expect(above).toBeCloseTo(high, 3);
});

test('nothing measured says nothing', () => {
  expect(interval(0, 0)).toEqual([0, 1]);
});

test('an interval holds its share, and more cases of the same share make it narrower', () => {
  const counted = fc
    .integer({ min: 1, max: 60 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counted, ([hits, n]) => {
      const [low, high] = interval(hits, n);
      const [narrowLow, narrowHigh] = interval(hits * 3, n * 3);
      expect(low).toBeLessThanOrEqual(hits / n);
      expect(high).toBeGreaterThanOrEqual(hits / n);
      expect(narrowHigh - narrowLow).toBeLessThan(high - low);
    }),
  );
});

test('a fall is one that chance does not explain', () => {
  expect(hasFallen({ hits: 9, n: 10 }, { hits: 100, n: 100 })).toBe(false);
  expect(hasFallen({ hits: 5, n: 10 }, { hits: 100, n: 100 })).toBe(true);
  expect(hasFallen({ hits: 10, n: 10 }, { hits: 50, n: 100 })).toBe(false);
});
