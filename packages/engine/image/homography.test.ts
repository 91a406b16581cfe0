import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, Quad } from '../readings/quad.ts';
import { applyHomography, fitHomography, type Homography, homographyBetween, uprightFrame } from './homography.ts';
import { distance, mapQuad, WHOLE } from './quad.ts';

/** A four-cornered shape as a camera sees a card: each corner near that of a square. */
const seen = fc
  .array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((off): Quad => mapQuad(WHOLE, ([x, y], i) => [100 * x + off[2 * i]!, 100 * y + off[2 * i + 1]!]));

/** Where the diagonals cross, by the equations of two lines. */
function crossing([a, b, c, d]: Quad): Point {
  const [rx, ry, sx, sy] = [c[0] - a[0], c[1] - a[1], d[0] - b[0], d[1] - b[1]];
  const along = ((b[0] - a[0]) * sy - (b[1] - a[1]) * sx) / (rx * sy - ry * sx);
  return [a[0] + along * rx, a[1] + along * ry];
}

const at = (homography: Homography, [x, y]: Point) => applyHomography(homography, x, y);

describe('the homography between two shapes', () => {
  it('takes corners to corners, and straight lines to straight lines: the crossing of the diagonals stays theirs', () => {
    fc.assert(
      fc.property(seen, seen, (from, to) => {
        const homography = homographyBetween(from, to);
        from.forEach((corner, i) => {
          expect(distance(at(homography, corner), to[i]!)).toBeLessThan(1e-6);
        });
        expect(distance(at(homography, crossing(from)), crossing(to))).toBeLessThan(1e-6);
      }),
    );
  });

  it('shows the far half of a road shorter than the near one', () => {
    const road: Quad = [
      [40, 0],
      [60, 0],
      [100, 100],
      [0, 100],
    ];
    // 20 wide at the far end and 100 at the near one: the middle lies where the diagonals cross, a sixth of the way.
    expect(at(homographyBetween(WHOLE, road), [0.5, 0.5])[1]).toBeCloseTo(100 / 6);
  });

  it('is no number at all where the corners of a shape lie on a line', () => {
    const line: Quad = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ];
    expect(homographyBetween(line, WHOLE).every(Number.isNaN)).toBe(true);
  });
});

describe('the homography that fits many points', () => {
  it('is the one through which they were seen', () => {
    fc.assert(
      fc.property(seen, (to) => {
        const truth = homographyBetween(WHOLE, to);
        const points = Array.from({ length: 16 }, (_, i): Point => [(i % 4) / 3, Math.floor(i / 4) / 3]);
        const there = points.map((point) => at(truth, point));
        const fitted = fitHomography(points, there)!;
        points.forEach((point, i) => {
          expect(distance(at(fitted, point), there[i]!)).toBeLessThan(0.1);
        });
      }),
    );
  });
});

describe('the frame that holds a turned picture', () => {
  it('shows the middle of the picture in its middle, at its scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: Math.PI, noNaN: true }), (angle) => {
        const { width, height, toPicture } = uprightFrame(640, 480, angle, 0.5);
        expect(distance(at(toPicture, [width / 2, height / 2]), [320, 240])).toBeLessThan(1e-9);
        const step = distance(at(toPicture, [width / 2 + 1, height / 2]), [320, 240]);
        expect(step).toBeCloseTo(2);
      }),
    );
  });
});
