import { FORMATS, formatMrz, type MrzFormat } from '@reident/mrz';
import type { SamplePerson } from './persons.ts';

interface ZoneContent {
  holder: Pick<SamplePerson, 'firstName' | 'lastName' | 'sex' | 'birthDate'>;
  /** As the MRZ spells it: `D`, `AUT` … */
  issuer: string;
  number: string;
  expiresOn: string;
}

/** The lines of the machine-readable zone, check digits included. */
export function composeZone(format: MrzFormat, { holder, issuer, number, expiresOn }: ZoneContent): string[] {
  return formatMrz({
    format,
    documentCode: DOCUMENT_CODES[format],
    issuingState: issuer,
    nationality: issuer,
    documentNumber: number,
    primaryIdentifier: holder.lastName,
    secondaryIdentifier: holder.firstName,
    birthDate: sixDigits(holder.birthDate),
    sex: holder.sex,
    expiryDate: sixDigits(expiresOn),
  });
}

/** The same zone with the check digit of the birth date off by one. */
export function withBrokenCheckDigit(format: MrzFormat, lines: readonly string[]): string[] {
  const [, line, position] = FORMATS[format].fields.find(([field]) => field === 'birthDateCheck')!;
  return lines.map((text, row) => {
    if (row !== line - 1) return text;
    const wrong = (Number(text[position - 1]) + 1) % 10;
    return text.slice(0, position - 1) + wrong + text.slice(position);
  });
}

const DOCUMENT_CODES: Record<MrzFormat, string> = {
  TD1: 'ID',
  TD2: 'I',
  TD3: 'P',
  MRV_A: 'V',
  MRV_B: 'V',
  FRA_ID: 'ID',
};

function sixDigits(isoDay: string): string {
  return isoDay.slice(2).replaceAll('-', '');
}
