import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENTS, consentRecords } from './consents.ts';
import { isSameNumber, maskPhoneNumber, newCode, parsePhoneNumber } from './phone.ts';

describe('a phone number', () => {
  // biome-ignore format: a table
  it.each([
    // typed                  tenant      number
    ['+15550101',            'sandbox',  '+15550101'],
    ['01511234567',          'sandbox',  '01511234567'],
    ['0151 / 123-45 67',     'sandbox',  '01511234567'],
    ['0171 1234567',         'live',     '+491711234567'],
    ['0049 171 1234567',     'live',     '+491711234567'],
    ['+43 (660) 1234567',    'live',     '+436601234567'],
    ['+49 (0) 171 1234567',  'live',     '+491711234567'],
  ] as const)('%s in a %s is %s', (typed, kind, number) => {
    expect(parsePhoneNumber(typed, kind)).toBe(number);
  });

  // biome-ignore format: a table
  it.each([
    // typed                  tenant      error
    ['+491711234567',        'sandbox',  'phone_sandbox'],
    ['1711234567',           'live',     'phone_invalid'],
    ['+0171234567',          'live',     'phone_invalid'],
    ['+49171',               'live',     'phone_invalid'],
    ['my number',            'live',     'phone_invalid'],
    ['',                     'live',     'phone_invalid'],
    ['',                     'sandbox',  'phone_sandbox'],
  ] as const)('%s in a %s is refused', (typed, kind, code) => {
    expect(() => parsePhoneNumber(typed, kind)).toThrow(expect.objectContaining({ code }));
  });

  it('of a real person never passes in a sandbox, so no stranger gets a message', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (number) => {
        fc.pre(number !== '+15550101');
        expect(() => parsePhoneNumber(number, 'sandbox')).toThrow();
      }),
    );
  });

  // biome-ignore format: a table
  it.each([
    // one                    other                    the same
    ['0171 1234567',         '+491711234567',         true],
    ['0049 (0)171 1234567',  '+49 171/1234567',       true],
    ['01511',                '0151-1',                true],
    ['+15550101',            '+1 555 0101',           true],
    ['0171 1234567',         '+431711234567',         false],
    ['01511',                '01512',                 false],
  ] as const)('%s and %s: the same is %s', (one, other, same) => {
    expect(isSameNumber(one, other)).toBe(same);
  });

  it('is shown by its last digits only', () => {
    expect(maskPhoneNumber('+491711234567')).toBe('••• 4567');
  });
});

it('a code has six digits, leading zeros included', () => {
  for (let drawn = 0; drawn < 2_000; drawn += 1) expect(newCode()).toMatch(/^\d{6}$/);
});

describe('a consent', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const ticked = Object.fromEntries(CONSENTS.map(({ id, version }) => [id, version]));

  it('counts only with every box and only for the text that was shown [CAP-7]', () => {
    expect(consentRecords(ticked, 'de', now)).toHaveLength(CONSENTS.length);
    for (const { id } of CONSENTS) {
      expect(consentRecords({ ...ticked, [id]: undefined }, 'de', now)).toBeNull();
      expect(consentRecords({ ...ticked, [id]: 'an older text' }, 'de', now)).toBeNull();
    }
  });

  it('is recorded by the very words: another language is another hash', () => {
    const hashes = (['de', 'en'] as const).flatMap((language) =>
      consentRecords(ticked, language, now)!.map(({ sha256 }) => sha256),
    );
    expect(new Set(hashes).size).toBe(2 * CONSENTS.length);
  });

  it('to the comparison of faces is asked for by itself', () => {
    expect(CONSENTS.map(({ id }) => id)).toEqual(['terms', 'biometrics']);
  });
});
