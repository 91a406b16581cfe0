import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkPicture } from './downscale.ts';

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
