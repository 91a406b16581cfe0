import { describe, expect, it } from 'vitest';
import { SPECIMENS } from '../../tests/fixtures/mrz/specimens.ts';
import { formatMrz, type MrzInput } from './format-mrz.ts';

const ERIKA: MrzInput = {
  format: 'TD1',
  documentCode: 'ID',
  issuingState: 'D',
  documentNumber: 'L01X00T47',
  primaryIdentifier: 'Mustermann',
  secondaryIdentifier: 'Erika Änne',
  nationality: 'D',
  birthDate: '640812',
  sex: 'F',
  expiryDate: '310731',
};

describe('a written MRZ', () => {
  for (const { name, format, lines, fields } of SPECIMENS) {
    it(`is the published one: ${name}`, () => {
      expect(formatMrz({ format, ...fields })).toEqual(lines);
    });
  }

  it('of a German card has D and two fillers, and names in letters of MRZs', () => {
    const lines = formatMrz(ERIKA);
    expect(lines[0]).toMatch(/^IDD<<L01X00T47\d<{15}$/);
    expect(lines[1]!.slice(15, 18)).toBe('D<<');
    expect(lines[2]).toBe('MUSTERMANN<<ERIKA<AENNE<<<<<<<');
  });

  it('of an old French card puts two fillers between given names and one inside them', () => {
    const french = {
      ...ERIKA,
      format: 'FRA_ID' as const,
      issuingState: 'FRA',
      documentNumber: '880692310285',
      expiryDate: null,
    };
    const lines = formatMrz({ ...french, secondaryIdentifier: 'Marie-Eve Zoé', optionalData: '923102' });
    expect(lines[0]).toBe('IDFRAMUSTERMANN<<<<<<<<<<<<<<<923102');
    expect(lines[1]!.slice(13, 27)).toBe('MARIE<EVE<<ZOE');
  });

  it('refuses what does not fit, naming the field and not the value', () => {
    const refused: [Partial<MrzInput>, string][] = [
      [{ format: 'TD3', documentNumber: 'L01X00T47X' }, 'documentNumber is longer than 9 characters'],
      [{ issuingState: 'DE1' }, 'issuingState has a character that does not belong there'],
      [{ birthDate: '1964-08-12' }, 'birthDate is longer than 6 characters'],
      [{ format: 'TD3', optionalData2: 'X' }, 'TD3 has no field optionalData2'],
      [{ documentNumber: 'A'.repeat(30) }, 'optionalData is longer than 15 characters'],
    ];
    for (const [change, message] of refused) {
      expect(() => formatMrz({ ...ERIKA, ...change }), message).toThrow(new RangeError(message));
    }
  });
});
