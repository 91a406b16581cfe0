import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addColourBetween, valueBetween } from './bilinear.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const bytes = (count: number) => fc.array(fc.integer({ min: 0, max: 255 }), { minLength: count, maxLength: count });

it('between four pixels of a slope lies what the slope has there', () => {
  const slope = [10, 13, 30, 33];
  fc.assert(
    fc.property(fraction, fraction, (right, below) => {
      expect(valueBetween(slope, 0, 1, 2, right, below)).toBeCloseTo(10 + 3 * right + 20 * below);
    }),
  );
});

it('a colour is that of its channels, each by itself, as often as it counts', () => {
  fc.assert(
    fc.property(bytes(12), fraction, fraction, fraction, (data, right, below, weight) => {
      const out = Float32Array.of(0, 1, 2, 3);
      addColourBetween(Uint8Array.from(data), 0, 6, right, below, out, 1, weight);
      expect(out[0]).toBe(0);
      for (let channel = 0; channel < 3; channel++)
        expect(out[channel + 1]).toBeCloseTo(channel + 1 + weight * valueBetween(data, channel, 3, 6, right, below), 3);
    }),
  );
});
