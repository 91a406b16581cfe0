import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allOfThreeRows, anyOfThreeRows, bridgeGaps, keepRuns, type RowRuns, runsOf } from './runs.ts';

/** A drawing of `#` and `.`, row by row. */
const parse = (drawing: string) => {
  const lines = drawing.trim().split(/\s+/);
  const data = Uint8Array.from(lines.join(''), (sign) => (sign === '#' ? 255 : 0));
  return { data, width: lines[0]!.length, height: lines.length };
};
const draw = (rows: RowRuns, width: number) =>
  rows.map((runs) => {
    const line = Array<string>(width).fill('.');
    for (let i = 0; i < runs.length; i += 2) line.fill('#', runs[i], runs[i + 1]! + 1);
    return line.join('');
  });

it('are the set pixels of each row, also at its edges', () => {
  expect(runsOf(parse('##.# .... ####'))).toEqual([[0, 1, 3, 3], [], [0, 3]]);
});

it('are bridged over gaps of so many pixels and no more', () => {
  expect(draw(bridgeGaps(runsOf(parse('#..#...#')), 2), 8)).toEqual(['####...#']);
});

it('are kept from a length on', () => {
  expect(draw(keepRuns(runsOf(parse('###.##.#')), 2), 8)).toEqual(['###.##..']);
});

const picture = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc
      .array(fc.constantFrom(0, 255), { minLength: width * height, maxLength: width * height })
      .map((pixels) => ({ data: Uint8Array.from(pixels), width, height })),
  );

it.each([
  ['any', anyOfThreeRows],
  ['all', allOfThreeRows],
] as const)('%s of three rows is what the pixels say', (need, combine) => {
  fc.assert(
    fc.property(picture, (image) => {
      const { data, width, height } = image;
      const lines = Array.from({ length: height }, (_, y) => {
        const rows = [y - 1, y, y + 1].filter((row) => row >= 0 && row < height);
        return Array.from({ length: width }, (_, x) => {
          const set = rows.map((row) => data[row * width + x] !== 0);
          return (need === 'any' ? set.some(Boolean) : set.every(Boolean)) ? '#' : '.';
        }).join('');
      });
      const runs = combine(runsOf(image));
      expect(draw(runs, width)).toEqual(lines);
      // At least a pixel lies between two runs, so that nothing is counted twice.
      for (const row of runs) for (let i = 2; i < row.length; i += 2) expect(row[i]! - row[i - 1]!).toBeGreaterThan(1);
    }),
  );
});
