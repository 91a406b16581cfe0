import { formatMrz, parseMrz } from '@reident/mrz';
import type { Capture } from '@reident/store';
import { describe, expect, it } from 'vitest';
import { dataRead } from './data-read.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

const LINES = formatMrz({
  format: 'TD3',
  documentCode: 'P',
  issuingState: 'D',
  documentNumber: 'C01X00T47',
  primaryIdentifier: 'MUELLER LUEDENSCHEIDT',
  secondaryIdentifier: 'ERIKA',
  nationality: 'D',
  birthDate: '840317',
  sex: 'F',
  expiryDate: '350101',
});

/** A picture whose MRZ was read as these lines. */
function captured(lines: string[], confidence = -0.1): Capture {
  return { reading: { mrz: { ...parseMrz(lines), confidence } } } as unknown as Capture;
}

const read = (...captures: Capture[]) => dataRead({ captures, now: NOW });

describe('what the customer is shown of the reading', () => {
  it('is name, dates and the end of the number', () => {
    expect(read(captured(LINES))).toEqual({
      name: 'MUELLER LUEDENSCHEIDT, ERIKA',
      birthDate: '1984-03-17',
      expiryDate: '2035-01-01',
      documentNumber: '••• T47',
    });
  });

  // biome-ignore format: a table
  it.each([
    // field whose check digit does not fit   place in the second line
    ['documentNumber',                        0],
    ['birthDate',                             14],
    ['expiryDate',                            22],
  ] as const)('leaves out the %s when its check digit does not fit', (field, place) => {
    const [first = '', second = ''] = LINES;
    const other = second[place] === '1' ? '2' : '1';
    const broken = read(captured([first, second.slice(0, place) + other + second.slice(place + 1)]));
    expect(broken?.[field]).toBeNull();
    const shown = [broken?.documentNumber, broken?.birthDate, broken?.expiryDate].filter((value) => value !== null);
    expect(shown).toHaveLength(2);
  });

  it('says that a name goes on where the MRZ had no room for it', () => {
    const long = formatMrz({
      format: 'TD1',
      documentCode: 'ID',
      issuingState: 'D',
      documentNumber: 'C01X00T47',
      primaryIdentifier: 'MUELLER LUEDENSCHEIDT',
      secondaryIdentifier: 'JOERDIS ANNE',
      nationality: 'D',
      birthDate: '840317',
      sex: 'F',
      expiryDate: '350101',
    });
    expect(read(captured(long))?.name).toBe('MUELLER LUEDENSCHEIDT, JOERDIS …');
  });

  it('comes from the MRZ that was read most surely', () => {
    const unsure = LINES.map((line) => line.replace('ERIKA', 'ERIKO'));
    expect(read(captured(unsure, -4), captured(LINES))?.name).toBe('MUELLER LUEDENSCHEIDT, ERIKA');
  });

  it('is nothing where no MRZ was read, or no picture could be', () => {
    const unread = [
      { reading: null },
      { reading: { unreadable: 'unreadable_media' } },
      { reading: { step: 'selfie' } },
    ];
    expect(read(...(unread as unknown as Capture[]))).toBeNull();
  });
});
