import { expect, it } from 'vitest';
import { measureHalftone, PATCH_SIDE } from './halftone.ts';

/** A wave off both axes over noise, the same in every run; `weights` says how much of it red, green and blue bear. */
function patchOf(weights: readonly [number, number, number], amplitude: number) {
  const rgb = new Uint8Array(PATCH_SIDE * PATCH_SIDE * 3);
  for (let at = 0; at < rgb.length; at++) {
    const pixel = Math.floor(at / 3);
    const [x, y] = [pixel % PATCH_SIDE, Math.floor(pixel / PATCH_SIDE)];
    const wave = amplitude * Math.sin((2 * Math.PI * (90 * x + 70 * y)) / PATCH_SIDE);
    const noise = (Math.imul(at ^ (at >>> 5), 2654435761) >>> 28) - 8;
    rgb[at] = 128 + weights[at % 3]! * wave + noise;
  }
  return { rgb, width: PATCH_SIDE, height: PATCH_SIDE };
}
const measure = (image: ReturnType<typeof patchOf>) => measureHalftone(image, [PATCH_SIDE / 2, PATCH_SIDE / 2])!;

it('a wave of light is found in the light and not in the colour', () => {
  const calm = measure(patchOf([1, 1, 1], 0));
  const { luma, colour } = measure(patchOf([1, 1, 1], 6));
  expect(luma).toBeGreaterThan(calm.luma + 3);
  expect(Math.abs(colour - calm.colour)).toBeLessThan(0.5);
});

it('a wave of colour is found in the colour and not in the light', () => {
  const calm = measure(patchOf([1, 1, 1], 0));
  // Green takes away what red and blue add to the brightness.
  const { luma, colour } = measure(patchOf([1, -(0.299 + 0.114) / 0.587, 1], 6));
  expect(colour).toBeGreaterThan(calm.colour + 3);
  expect(Math.abs(luma - calm.luma)).toBeLessThan(0.5);
});

it('what is smaller than a patch is not measured', () => {
  expect(measureHalftone({ rgb: new Uint8Array(300), width: 10, height: 10 }, [5, 5])).toBeNull();
});
