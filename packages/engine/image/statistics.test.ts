import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedQuantile, mean, median, otsuThreshold, quantile } from './statistics.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('a quantile', () => {
  it('is one of the values, and no smaller share gives a larger one', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        expect(all.map((value) => value + 0)).toContain(quantile(all, share) + 0);
        expect(quantile(all, share / 2)).toBeLessThanOrEqual(quantile(all, share));
      }),
    );
  });

  it('has so many values below it, however often one of them occurs and however they lie', () => {
    const often = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(values, often), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const sorted = Float64Array.from(all).sort();
        expect(quantile(all, share) + 0).toBe(sorted[Math.min(all.length - 1, Math.floor(all.length * share))]! + 0);
      }),
    );
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('of a half is the higher of the two in the middle, where the median lies between them', () => {
    expect([quantile([4, 1, 3, 2], 0.5), median([4, 1, 3, 2])]).toEqual([3, 2.5]);
    expect([quantile([3, 1, 2], 0.5), median([3, 1, 2])]).toEqual([2, 2]);
  });

  it('leaves the values in their order', () => {
    const all = [3, 1, 2];
    quantile(all, 0.5);
    median(all);
    expect(all).toEqual([3, 1, 2]);
  });

  it('of counted values is found without spelling them out', () => {
    // Values 0, 1, 1, 1, 3.
    expect([0, 0.2, 0.21, 0.8, 0.81, 1].map((share) => countedQuantile([1, 3, 0, 1], share))).toEqual([
      0, 0, 1, 1, 3, 3,
    ]);
  });
});

it('the mean of nothing is 0', () => {
  expect([mean([]), mean([1, 2, 6])]).toEqual([0, 3]);
});

it('Otsu’s threshold lies between two heaps, wherever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 130, max: 250 }), (dark, bright) => {
      const counts = new Uint32Array(256);
      for (const near of [0, 1, 2]) {
        counts[dark + near] = 50;
        counts[bright + near] = 20;
      }
      expect(otsuThreshold(counts)).toBeGreaterThan(dark + 2);
      expect(otsuThreshold(counts)).toBeLessThanOrEqual(bright);
    }),
  );
});
