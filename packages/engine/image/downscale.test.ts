import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halve, shrinkPicture, sumBoxes } from './downscale.ts';

test('four pixels become one, their mean', () => {
  const data = Uint8Array.from([10, 20, 30, 60]);
  expect(shrinkPicture({ data, width: 2, height: 2 }, 1, 1)).toEqual({
    data: Uint8Array.from([30]),
    width: 1,
    height: 1,
  });
});

test('a pixel that lies in two larger ones counts in both for its part', () => {
  const data = Uint8Array.from([0, 90, 180]);
  expect([...shrinkPicture({ data, width: 3, height: 1 }, 1, 2).data]).toEqual([30, 150]);
});

test('a picture that is small enough stays as it is', () => {
  const data = Uint8Array.from([1, 2, 3, 4, 5, 6]);
  expect(shrinkPicture({ data, width: 2, height: 1 }, 3, 800)).toEqual({ data, width: 2, height: 1 });
});

test('an even picture stays even, whatever its size', () => {
  const side = fc.integer({ min: 1, max: 60 });
  fc.assert(
    fc.property(side, side, side, fc.integer({ min: 0, max: 255 }), (width, height, longSide, value) => {
      const data = new Uint8Array(width * height * 3).fill(value);
      const small = shrinkPicture({ data, width, height }, 3, longSide);
      expect(small.data.length).toBe(small.width * small.height * 3);
      expect(small.data.every((one) => Math.abs(one - value) <= 1)).toBe(true);
    }),
  );
});

test('half a picture has the means of four pixels each, and not its odd last row and column', () => {
  const data = Uint8Array.from([10, 20, 99, 30, 60, 99, 99, 99, 99]);
  expect(halve({ data, width: 3, height: 3 })).toEqual({ data: Uint8Array.from([30]), width: 1, height: 1 });
});

test.each(['floor', 'ceil'] as const)('every pixel is in one box and only one, its edges rounded by %s', (edges) => {
  const [size, count] = [fc.integer({ min: 20, max: 60 }), fc.integer({ min: 1, max: 20 })];
  fc.assert(
    fc.property(size, size, count, count, (width, height, across, down) => {
      const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 37) % 256);
      const { sums, counts } = sumBoxes({ data, width, height }, 3, { width: across, height: down }, edges);
      expect(counts.reduce((sum, pixels) => sum + pixels, 0)).toBe(width * height);
      for (let channel = 0; channel < 3; channel++) {
        const ofChannel = (_: number, at: number) => at % 3 === channel;
        const total = (values: Iterable<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
        expect(total(sums.filter(ofChannel))).toBe(total(data.filter(ofChannel)));
      }
    }),
  );
});

test('an edge inside a pixel gives it to the box behind, or to the one before', () => {
  const row = { data: Uint8Array.from([1, 2, 4]), width: 3, height: 1 };
  expect([...sumBoxes(row, 1, { width: 2, height: 1 }, 'floor').sums]).toEqual([1, 6]);
  expect([...sumBoxes(row, 1, { width: 2, height: 1 }, 'ceil').sums]).toEqual([3, 4]);
});
