import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatName, parseName } from './names.ts';
import { transliterate } from './transliterate.ts';

describe('a name field', () => {
  it('separates primary and secondary identifier by two fillers, components by one', () => {
    expect(parseName('VAN<DER<MUELLEN<<BERNHARD<CORNELIUS<<<<')).toEqual({
      primaryIdentifier: 'VAN DER MUELLEN',
      secondaryIdentifier: 'BERNHARD CORNELIUS',
      nameTruncated: false,
    });
  });

  it('may hold a primary identifier only', () => {
    expect(parseName('ARKFREITH<<<<<<<<<<<<')).toEqual({
      primaryIdentifier: 'ARKFREITH',
      secondaryIdentifier: '',
      nameTruncated: false,
    });
  });

  it('that is full to the end may be cut off', () => {
    const field = formatName('NILAVADHANANANDA', 'CHAYAPA<DEJTHAMRONG<KRASUANG', 39);
    expect(field).toBe('NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K');
    expect(parseName(field).nameTruncated).toBe(true);
  });

  it('keeps at least one letter of the secondary identifier', () => {
    const field = formatName('BENNELONGWOOLOOMOOLOOWARRANDYTEWARNAMBOOL', 'DIAMANTE', 39);
    expect(field).toMatch(/^BENNELONGWOOLOOMOOLOOWARRANDYTEWARNA<<D$/);
  });

  it('of any two names has its length, ends with a letter when something was cut, and holds only what was given', () => {
    const name = fc
      .array(fc.string({ unit: fc.constantFrom(...'ABCDEFG'), minLength: 1, maxLength: 12 }), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join('<'));
    fc.assert(
      fc.property(name, fc.option(name, { nil: '' }), fc.constantFrom(25, 30, 31, 39), (primary, secondary, length) => {
        const field = formatName(primary, secondary, length);
        expect(field).toHaveLength(length);
        const whole = secondary === '' ? primary : `${primary}<<${secondary}`;
        if (whole.length <= length) expect(field).toBe(whole.padEnd(length, '<'));
        else expect(field).toMatch(/[A-Z]$/);
        const read = parseName(field);
        if (secondary !== '') expect(read.secondaryIdentifier).not.toBe('');
        expect(read.primaryIdentifier[0]).toBe(primary[0]);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('transliteration', () => {
  // biome-ignore format: a table
  const cases = [
    ['Müller',              'MUELLER'],
    ['Weiß',                'WEISS'],
    ['GROẞ',                'GROSS'],
    ['Jäger-Öztürk',        'JAEGER<OEZTUERK'],
    ['Łukasz',              'LUKASZ'],
    ['Søren Ærø',           'SOEREN<AEROE'],
    ['Åsa',                 'AASA'],
    ['Þórður',              'THORDUR'],
    ['Çağlar Şahin',        'CAGLAR<SAHIN'],
    ['Iğdır',               'IGDIR'],
    ['İnci',                'INCI'],
    ['Dvořáček',            'DVORACEK'],
    ['Nuñez',               'NUNEZ'],
    ["O'Connor",            'OCONNOR'],
    ['D’Artagnan, Charles', 'DARTAGNAN<CHARLES'],
    ['Nguyễn Thế',          'NGUYEN<THE'],
    ['Anna  Maria ',        'ANNA<MARIA'],
    ['Щукин',               'SHCHUKIN'],
    ['Юлия Жукова',         'IULIIA<ZHUKOVA'],
    ['Dr. Œuvray',          'DR<OEUVRAY'],
    ['',                    ''],
  ] as const;

  it('follows the tables of the standard', () => {
    for (const [name, written] of cases) expect(transliterate(name), name).toBe(written);
  });

  it('is the same whether marks are part of the letter or follow it', () => {
    for (const [name] of cases) expect(transliterate(name.normalize('NFD')), name).toBe(transliterate(name));
  });

  it('of what is already written for an MRZ changes nothing', () => {
    for (const [, written] of cases) expect(transliterate(written)).toBe(written);
  });

  it('refuses letters without a rule by position', () => {
    expect(() => transliterate('Ana 王')).toThrow(new RangeError('the letter at position 5 has no transliteration'));
    expect(() => transliterate('R2')).toThrow(/position 2/);
  });
});
