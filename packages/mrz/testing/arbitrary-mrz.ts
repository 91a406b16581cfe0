import fc from 'fast-check';
import type { MrzInput } from '../format-mrz.ts';
import { MRZ_FORMATS, type MrzFormat } from '../formats.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LETTERS_AND_DIGITS = [...LETTERS, ...'0123456789'];

const text = (alphabet: string[], minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

const words = (most: number, longest: number) =>
  fc.array(text(LETTERS, 1, longest), { minLength: 1, maxLength: most }).map((parts) => parts.join(' '));

const day = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((parts) => [parts.year, parts.month, parts.day].map((part) => String(part).padStart(2, '0')).join(''));

const longestNumber: Record<MrzFormat, number> = { TD1: 22, TD2: 14, TD3: 9, MRV_A: 9, MRV_B: 9, FRA_ID: 12 };
const longestOptional: Record<MrzFormat, number> = { TD1: 0, TD2: 0, TD3: 14, MRV_A: 16, MRV_B: 8, FRA_ID: 6 };

/** Input for any format that fits its fields; names are short enough to stay whole. */
export function arbitraryMrz(formats: readonly MrzFormat[] = MRZ_FORMATS): fc.Arbitrary<MrzInput> {
  return fc.constantFrom(...formats).chain((format) =>
    fc.record({
      format: fc.constant(format),
      documentCode: fc.constant(format.startsWith('MRV') ? 'V' : format === 'TD3' ? 'P' : 'ID'),
      issuingState: format === 'FRA_ID' ? fc.constant('FRA') : fc.constantFrom('D', 'AUT', 'POL', 'TUR'),
      documentNumber: text(LETTERS_AND_DIGITS, 1, longestNumber[format]),
      primaryIdentifier: words(2, 6),
      secondaryIdentifier: words(2, 5),
      nationality: format === 'FRA_ID' ? fc.constant('FRA') : fc.constantFrom('D', 'FRA', 'UKR', 'XXA'),
      birthDate: day,
      sex: fc.constantFrom('F' as const, 'M' as const, ...(format === 'FRA_ID' ? [] : ['X' as const])),
      expiryDate: format === 'FRA_ID' ? fc.constant(null) : day,
      optionalData: text(LETTERS_AND_DIGITS, 0, longestOptional[format]),
      optionalData2: format === 'TD1' ? text(LETTERS_AND_DIGITS, 0, 11) : fc.constant(''),
    }),
  );
}
