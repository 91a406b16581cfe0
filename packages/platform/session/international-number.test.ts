import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOME_COUNTRY, internationalNumber } from './international-number.ts';

describe('a number that a customer types', () => {
  // biome-ignore format: a table
  it.each([
    // typed                    after E.164
    ['0171 1234567',           '+491711234567'],
    ['(0171) 123 45-67',       '+491711234567'],
    ['0049 171 1234567',       '+491711234567'],
    ['+49 171/1234567',        '+491711234567'],
    ['+49 (0) 171 1234567',    '+491711234567'],
    ['0049 (0)171 12 34 567',  '+491711234567'],
    ['+43 (660) 1234567',      '+436601234567'],
    ['00 44 7911 123456',      '+447911123456'],
    ['+39 06 1234567',         '+39061234567'],
    ['+1 202 555 0123',        '+12025550123'],
    ['+1 555 0101',            '+15550101'],
  ])('%s is %s', (typed, number) => {
    expect(internationalNumber(typed, HOME_COUNTRY)).toBe(number);
  });

  it.each([
    '',
    '+49',
    '+49171',
    '01511',
    '1711234567',
    '+0171234567',
    '+999 123456789',
    '0171 1234567 ext. 5',
    '0171 12345678901234',
    'call 0171 1234567',
    'my number',
  ])('%s is none', (typed) => {
    expect(internationalNumber(typed, HOME_COUNTRY)).toBeNull();
  });
});

it('a number from a system names its country', () => {
  expect(internationalNumber('+49 151-123/45_678', null)).toBe('+4915112345678');
  expect(internationalNumber('015112345678', null)).toBeNull();
});

it('what was read once is read the same again, and is never anything but + and digits', () => {
  const written = fc.stringMatching(/^(\+|00|0)[\d ()/-]{4,18}$/);
  fc.assert(
    fc.property(written, (typed) => {
      const number = internationalNumber(typed, HOME_COUNTRY);
      fc.pre(number !== null);
      expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
      expect(internationalNumber(number!, HOME_COUNTRY)).toBe(number);
    }),
  );
});
