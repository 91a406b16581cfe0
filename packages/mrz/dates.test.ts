import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMrzDate, isPossibleDate, parseBirthDate, parseExpiryDate } from './dates.ts';

const TODAY = '2026-03-10';

describe('a birth date', () => {
  it('lies in the latest century in which it is not after the day of the capture', () => {
    expect(parseBirthDate('740812', TODAY)?.date).toBe('1974-08-12');
    expect(parseBirthDate('260310', TODAY)?.date).toBe('2026-03-10');
    expect(parseBirthDate('260311', TODAY)?.date).toBe('1926-03-11');
    expect(parseBirthDate('000101', TODAY)?.date).toBe('2000-01-01');
  });

  it('may be known in part, and then has no date', () => {
    expect(parseBirthDate('74<<<<', TODAY)).toEqual({ year: 1974, month: null, day: null, date: null });
    expect(parseBirthDate('7408<<', TODAY)).toEqual({ year: 1974, month: 8, day: null, date: null });
    expect(parseBirthDate('2604<<', TODAY)?.year).toBe(1926);
    expect(parseBirthDate('2603<<', TODAY)?.year).toBe(2026);
    expect(parseBirthDate('<<<<<<', TODAY)).toEqual({ year: null, month: null, day: null, date: null });
  });

  it('that no calendar has is none', () => {
    for (const text of ['741312', '740800', '740832', '750229', '7408', '7<0812', 'ABCDEF']) {
      expect(parseBirthDate(text, TODAY), text).toBeNull();
    }
    expect(parseBirthDate('760229', TODAY)?.date).toBe('1976-02-29');
  });

  it('is never in the future and never more than a hundred years ago', () => {
    fc.assert(
      fc.property(arbitraryDay(), arbitraryDay(), (date, reference) => {
        const parsed = parseBirthDate(formatMrzDate(date), reference)?.date;
        if (parsed === undefined || parsed === null) return;
        expect(parsed <= reference).toBe(true);
        expect(Number(reference.slice(0, 4)) - Number(parsed.slice(0, 4))).toBeLessThanOrEqual(100);
        expect(formatMrzDate(parsed)).toBe(formatMrzDate(date));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an expiry date', () => {
  it('lies within 49 years before and 50 years after the day of the capture', () => {
    expect(parseExpiryDate('120415', TODAY)?.date).toBe('2012-04-15');
    expect(parseExpiryDate('350101', TODAY)?.date).toBe('2035-01-01');
    expect(parseExpiryDate('760101', TODAY)?.date).toBe('2076-01-01');
    expect(parseExpiryDate('770101', TODAY)?.date).toBe('1977-01-01');
    expect(parseExpiryDate('050101', '2095-01-01')?.date).toBe('2105-01-01');
  });

  it('of a document that expired is never taken for one of the next century', () => {
    fc.assert(
      fc.property(arbitraryDay(), fc.integer({ min: 0, max: 48 }), (reference, yearsAgo) => {
        const year = Number(reference.slice(0, 4)) - yearsAgo;
        const parsed = parseExpiryDate(formatMrzDate(`${year}-01-15`), reference);
        expect(parsed?.date).toBe(`${year}-01-15`);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('six characters', () => {
  it('can be a date when every part is in range or unknown', () => {
    expect(isPossibleDate('<<0812')).toBe(true);
    expect(isPossibleDate('750229')).toBe(true);
    expect(isPossibleDate('750230')).toBe(false);
    expect(isPossibleDate('7508<1')).toBe(false);
  });

  it('are written from a day', () => {
    expect(formatMrzDate('1974-08-12')).toBe('740812');
    expect(() => formatMrzDate('12.08.1974')).toThrow(RangeError);
  });
});

function arbitraryDay(): fc.Arbitrary<string> {
  return fc
    .record({
      year: fc.integer({ min: 1950, max: 2150 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
