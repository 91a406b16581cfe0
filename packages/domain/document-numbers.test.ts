import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_NUMBERS, numberFits, numberShapes } from './document-numbers.ts';

describe('the number of a document', () => {
  // biome-ignore format: a table
  it.each([
    // published specimens and examples
    ['identity_card', 'D',   'T22000129', true],
    ['identity_card', 'D',   'L01X00T47', true],
    ['passport',      'D',   'C01X00T47', true],
    ['passport',      'D',   'C01O00T47', false],
    ['passport',      'DEU', 'A1234567',  true],
    ['passport',      'NLD', 'SPECI2014', true],
    ['identity_card', 'NLD', 'XR1O01R58', false],
    ['passport',      'USA', 'A12345678', true],
    ['passport',      'USA', 'AB1234567', false],
    ['identity_card', 'POL', 'ZZC108201', true],
    ['identity_card', 'POL', 'C5CLP49LK', false],
    ['passport',      'UTO', 'L898902C3', null],
    ['visa',          'D',   'C01X00T47', null],
    ['passport',      null,  'C01X00T47', null],
  ] as const)('of a %s of %s, %s: %s', (kind, issuer, number, fits) => {
    expect(numberFits(kind, issuer, number)).toBe(fits);
  });

  it('fits when it was made by any shape of its row, and does not with a character more', () => {
    for (const [issuer, kind] of DOCUMENT_NUMBERS) {
      for (const shape of numberShapes(kind, issuer)) {
        const drawn = fc
          .tuple(
            ...shape.flatMap(([alphabet, count]) => Array.from({ length: count }, () => fc.constantFrom(...alphabet))),
          )
          .map((characters) => characters.join(''));
        fc.assert(
          fc.property(drawn, (number) => {
            expect(numberFits(kind, issuer, number)).toBe(true);
            expect(numberFits(kind, issuer, `${number}<`)).toBe(false);
          }),
          { numRuns: 20 },
        );
      }
    }
  });

  it('has no longer shape than the MRZ has room for, and each State and kind has one row', () => {
    const keys = DOCUMENT_NUMBERS.map(([issuer, kind]) => `${issuer} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [, , shapes] of DOCUMENT_NUMBERS)
      for (const shape of shapes) expect(shape.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(12);
  });
});
