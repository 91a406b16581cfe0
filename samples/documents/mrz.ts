import { FORMATS, formatMrz, type MrzFormat } from '@reident/mrz';
import type { SamplePerson } from '../people/persons.ts';
import { type DocumentKind, ISSUERS, type IssuerCode } from './layouts.ts';

interface MrzContent {
  kind?: DocumentKind;
  holder: Pick<SamplePerson, 'firstName' | 'lastName' | 'sex' | 'birthDate'>;
  issuer: IssuerCode;
  /** As the MRZ spells it; the issuer's own where absent. */
  nationality?: string;
  number: string;
  expiresOn: string;
}

/** The lines of the machine-readable zone, check digits included. */
export function composeMrz(format: MrzFormat, content: MrzContent): string[] {
  const { kind, holder, issuer, number, expiresOn } = content;
  const { mrzCode } = ISSUERS[issuer];
  return formatMrz({
    format,
    documentCode: kind === 'residence_permit' ? 'AR' : DOCUMENT_CODES[format],
    issuingState: mrzCode,
    nationality: content.nationality ?? mrzCode,
    // The French card numbers by year, month and place of issue.
    documentNumber: format === 'FRA_ID' ? frenchNumber(number) : number,
    primaryIdentifier: holder.lastName,
    secondaryIdentifier: holder.firstName,
    birthDate: sixDigits(holder.birthDate),
    sex: holder.sex,
    expiryDate: format === 'FRA_ID' ? null : sixDigits(expiresOn),
  });
}

/** Twelve digits that follow from the number drawn. */
export function frenchNumber(number: string): string {
  const digits = [...number].map((character) => character.charCodeAt(0) % 10).join('');
  return `1${digits}${digits}`.slice(0, 12);
}

/** The same MRZ with the check digit of the birth date off by one. */
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
