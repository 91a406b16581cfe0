import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goodLineTypography, goodText } from '../../../tests/fixtures/engine/good-readings.ts';
import type { LineTypography, TextLine } from '../readings/text.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { compareTypography } from './font-consistency.ts';

const compare = (lines: readonly TextLine[]) => compareTypography(lines, STANDARD_THRESHOLDS);

/** The good page with a third date, and one of its lines printed otherwise. */
function page(text = '', change: Partial<LineTypography> = {}): TextLine[] {
  const rows = [
    ['Name / Surname', 'GROSSMANN'],
    ['Vornamen / Given names', 'JORDIS'],
    ['Geburtsdatum / Date of birth', '08.09.1990'],
    ['Ausstellungsdatum / Date of issue', '12.08.2024'],
    ['Gultig bis / Date of expiry', '11.08.2034'],
  ] as const;
  return goodText(rows).map((line) =>
    line.text === text ? { ...line, typography: goodLineTypography(line.box[1], change) } : line,
  );
}

test('of three dates the one that was printed anew is pointed at, in whatever it differs', () => {
  expect(compare(page('12.08.2024', { stroke: 0.12 })).stroke).toMatchObject({
    line: { text: '12.08.2024' },
    measured: expect.closeTo(Math.log(0.19 / 0.12)),
  });
  expect(compare(page('08.09.1990', { slant: 0.2 })).slant).toMatchObject({
    line: { text: '08.09.1990' },
    measured: 0.2,
  });
  expect(compare(page('11.08.2034', { background: 0.006 })).background).toMatchObject({
    line: { text: '11.08.2034' },
    measured: expect.closeTo(0.2),
  });
});

test('where values stand is compared for names as well', () => {
  const lowered = compare(page('JORDIS', { baseline: 0.143 })).baseline;
  expect(lowered).toMatchObject({ line: { text: 'JORDIS' }, measured: expect.closeTo(0.15) });
});

test('a page on which several values stand elsewhere is laid out so', () => {
  const lines = page('JORDIS', { baseline: 0.145 }).map((line) =>
    line.text === 'GROSSMANN' ? { ...line, typography: goodLineTypography(line.box[1] - 0.006) } : line,
  );
  expect(compare(lines).baseline).toBeUndefined();
});

test('a date with its month in words is not expected to be as long as another', () => {
  const rows = [
    ['Date of birth', '08 SEP 1990'],
    ['Date of expiry', '11 MAR 2034'],
  ] as const;
  expect(Object.keys(compare(goodText(rows))).sort()).toEqual(['slant', 'stroke']);
});

test('a page that was not laid quite flat, or is of another size, has no odd values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -40, max: 40 }).map((percent) => percent / 100),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (growth, size) => {
        const seen = page().map((line) => {
          const scale = size * Math.exp((growth * line.box[1]) / 2);
          const { height, length, baseline, ...typography } = line.typography!;
          // Upright lengths grow twice as fast as level ones: that is what perspective does.
          const upright = (y: number) => size * (growth === 0 ? y : Math.expm1(growth * y) / growth);
          return {
            ...line,
            typography: {
              ...typography,
              height: (height * scale ** 2) / size,
              length: length * scale,
              baseline: upright(baseline),
            },
          };
        });
        const { size: odd, baseline } = compare(seen);
        expect(odd!.measured).toBeLessThan(0.02);
        expect(baseline!.measured).toBeLessThan(0.1);
      },
    ),
  );
});
