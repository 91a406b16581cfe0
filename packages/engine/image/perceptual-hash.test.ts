import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { HASH_BANDS, hashBandsOf, perceptualHash } from './perceptual-hash.ts';

const { isBad } = STANDARD_THRESHOLDS;

interface Grey {
  grey: Uint8Array;
  width: number;
  height: number;
}

/** A picture of soft spots, as a seed has them. */
function spots(seed: number, width = 340, height = 320): Grey {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let light = 0;
      for (let wave = 1; wave <= 9; wave++)
        light +=
          Math.sin((seed * wave) % 7) *
          Math.sin((wave * x * 5) / width + seed) *
          Math.cos((wave * y * 4) / height + seed * wave);
      grey[y * width + x] = 128 + 25 * light;
    }
  }
  return { grey, width, height };
}

function half({ grey, width, height }: Grey): Grey {
  const small = new Uint8Array((width / 2) * (height / 2));
  for (let y = 0; y < height / 2; y++)
    for (let x = 0; x < width / 2; x++) small[(y * width) / 2 + x] = grey[2 * y * width + 2 * x]!;
  return { grey: small, width: width / 2, height: height / 2 };
}

const sharedWith = (a: Grey, b: Grey) => {
  const [one, other] = [hashBandsOf(perceptualHash(a)), hashBandsOf(perceptualHash(b))];
  return one.filter((band, i) => band === other[i]).length;
};

test('a picture made half as large counts as the same one, and another does not', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(isBad('sharedHashBandsDocument', sharedWith(spots(seed), half(spots(seed))))).toBe(true);
    expect(isBad('sharedHashBandsDocument', sharedWith(spots(seed), spots(seed + 10)))).toBe(false);
  }
});

test('a hash is 64 hexadecimal digits in sixteen bands, the same each time, and more light everywhere changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
      const picture = spots(seed, 68, 64);
      const hash = perceptualHash(picture);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(hashBandsOf(hash)).toHaveLength(HASH_BANDS);
      expect(hashBandsOf(hash).join('')).toBe(hash);
      const dimmed = { ...picture, grey: picture.grey.map((value) => Math.max(0, Math.min(200, value))) };
      const lifted = { ...dimmed, grey: dimmed.grey.map((value) => value + 40) };
      expect(perceptualHash(lifted)).toBe(perceptualHash(dimmed));
    }),
    { numRuns: 40 },
  );
});

test('an even wall has an empty hash, whatever its shade and its noise of a grey level', () => {
  for (const shade of [0, 90, 250]) {
    const grey = Uint8Array.from({ length: 340 * 320 }, (_, i) => shade + ((i * 7) % 2));
    expect(perceptualHash({ grey, width: 340, height: 320 })).toBe('0'.repeat(64));
  }
});
