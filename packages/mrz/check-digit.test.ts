import { describe, expect, it } from 'vitest';
import { checkDigit } from './check-digit.ts';

describe('the check digit', () => {
  it('is that of the examples in the standard', () => {
    expect(checkDigit('520727')).toBe('3');
    expect(checkDigit('AB2134<<<')).toBe('5');
    expect(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0')).toBe('8');
    expect(checkDigit('D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<')).toBe('2');
  });

  it('of nothing, and of fillers only, is 0', () => {
    expect(checkDigit('')).toBe('0');
    expect(checkDigit('<<<<<<')).toBe('0');
  });

  it('refuses what belongs in no MRZ, naming the position and not the character', () => {
    expect(() => checkDigit('12a4')).toThrow(new RangeError('the character at position 3 does not belong in an MRZ'));
    expect(() => checkDigit('Ü')).toThrow(/position 1/);
  });
});
