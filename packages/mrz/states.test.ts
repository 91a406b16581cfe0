import { states as statesElsewhere } from 'mrz';
import { describe, expect, it } from 'vitest';
import { anyToAlpha2, isStateCode, STATES, stateName, toAlpha2, toStateCode } from './states.ts';

describe('issuing States', () => {
  it('Germany is D in an MRZ and DE elsewhere', () => {
    expect(toAlpha2('D')).toBe('DE');
    expect(toStateCode('DE')).toBe('D');
  });

  it('British nationals of every kind compare as GB, and stateless persons as nobody', () => {
    for (const code of ['GBR', 'GBD', 'GBN', 'GBO', 'GBP', 'GBS']) expect(toAlpha2(code), code).toBe('GB');
    for (const code of ['XXA', 'XXB', 'XXC', 'XXX', 'UTO', 'EUE']) {
      expect(isStateCode(code), code).toBe(true);
      expect(toAlpha2(code), code).toBeNull();
    }
    expect(isStateCode('ZZZ')).toBe(false);
  });

  it('a country is known by two letters, by three, and as MRZs write it', () => {
    expect(['DE', 'DEU', 'D', 'FR', 'FRA', 'GBD', 'XK'].map(anyToAlpha2)).toEqual([
      ...['DE', 'DE', 'DE', 'FR', 'FR', 'GB', 'XK'],
    ]);
    expect(['QQ', 'ZZZ', 'XXA', ''].map(anyToAlpha2)).toEqual([null, null, null, null]);
  });

  it('every country has one code, there and back', () => {
    for (const [code, alpha2] of STATES) {
      if (alpha2 === null) continue;
      expect(toAlpha2(toStateCode(alpha2)!), code).toBe(alpha2);
    }
    expect(toStateCode('GB')).toBe('GBR');
    expect(toStateCode('XK')).toBe('RKS');
    expect(toStateCode('QQ')).toBeNull();
  });

  it('no code stands twice, and every pair of letters is a country', () => {
    expect(new Set(STATES.map(([code]) => code)).size).toBe(STATES.length);
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    for (const [code, alpha2] of STATES) {
      if (alpha2 !== null) expect(names.of(alpha2), code).toBeTypeOf('string');
    }
    expect(stateName('FRA')).toBe('France');
    expect(stateName('QQQ')).toBeNull();
  });

  it('are all that another reader knows, but for states that are gone or nicknames', () => {
    const unknown = Object.keys(statesElsewhere).filter((code) => !isStateCode(code));
    expect(unknown.sort()).toEqual(['ANT', 'NTZ', 'XXK']);
  });
});
