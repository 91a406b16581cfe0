import type { Finding, Quad } from '@reident/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropAround, regionsOf } from './regions.ts';

const AT = (left: number): Quad => [
  [left, 0.1],
  [left + 0.2, 0.1],
  [left + 0.2, 0.3],
  [left, 0.3],
];

function finding(check: string, step?: 'selfie' | 'document_front', quad?: Quad): Finding {
  const region = step && quad ? { region: { step, quad } } : {};
  return { check, outcome: 'pass', reason: null, observed: {}, ...region };
}

describe('the parts of pictures that findings came from', () => {
  it('are numbered in the order of the findings; the same part is shown once, and a picture that is missing not at all', () => {
    const regions = regionsOf(
      [
        finding('a', 'document_front', AT(0.1)),
        finding('b'),
        finding('c', 'selfie', AT(0.1)),
        finding('d', 'document_front', AT(0.1)),
        finding('e', 'document_front', AT(0.5)),
      ],
      new Set(['document_front']),
    );
    expect(regions.map(({ number, findings }) => [number, findings.map(({ check }) => check)])).toEqual([
      [1, ['a', 'd']],
      [2, ['e']],
    ]);
  });

  it('are shown whole as far as they lie in the picture, with something around them, and never from outside of it', () => {
    const fraction = fc.double({ min: -0.3, max: 1.3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(fraction, fraction), { minLength: 4, maxLength: 4 }), (points) => {
        const { left, top, width, height } = cropAround(points as unknown as Quad);
        for (const [from, length] of [
          [left, width],
          [top, height],
        ] as const) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(from).toBeLessThanOrEqual(1);
        }
        for (const [x, y] of points) {
          const [inX, inY] = [Math.max(0, Math.min(1, x)), Math.max(0, Math.min(1, y))];
          expect(inX).toBeGreaterThanOrEqual(left - 1e-9);
          expect(inX).toBeLessThanOrEqual(left + width + 1e-9);
          expect(inY).toBeGreaterThanOrEqual(top - 1e-9);
          expect(inY).toBeLessThanOrEqual(top + height + 1e-9);
        }
      }),
    );
  });
});
