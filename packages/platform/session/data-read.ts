import type { MrzReading } from '@reident/engine';
import { parseBirthDate, parseExpiryDate } from '@reident/mrz';
import type { StoredReading } from '../case/stored-reading.ts';
import type { SessionState } from './current-screen.ts';

/** What the customer compares with the document in the hand before everything is sent. */
export interface DataRead {
  /** In the letters of the MRZ; ends with dots where the MRZ had no room for all of it. */
  name: string;
  birthDate: string | null;
  expiryDate: string | null;
  /** Its last three characters: enough to recognise, too little to use. */
  documentNumber: string | null;
}

/**
 * Name, dates and number from the MRZ that was read most surely; null where none was. A field whose check digit does not
 * fit counts as unread. Whether any of it is what the partner ordered shows nowhere [CAP-10].
 */
export function dataRead({ captures, now }: Pick<SessionState, 'captures' | 'now'>): DataRead | null {
  const candidates = captures.flatMap(({ reading }) => mrzOf(reading as StoredReading | null) ?? []);
  const [mrz] = candidates.sort((one, other) => other.confidence - one.confidence);
  if (mrz === undefined) return null;
  const { fields, checkDigits } = mrz;
  const fits = (field: string) => checkDigits.every(({ check, valid }) => check !== field || valid);
  const today = now.toISOString().slice(0, 10);
  const name = [fields.primaryIdentifier, fields.secondaryIdentifier].filter((part) => part !== '').join(', ');
  return {
    name: fields.nameTruncated ? `${name} …` : name,
    birthDate: fits('birthDate') ? (parseBirthDate(fields.birthDate, today)?.date ?? null) : null,
    expiryDate:
      fields.expiryDate !== null && fits('expiryDate')
        ? (parseExpiryDate(fields.expiryDate, today)?.date ?? null)
        : null,
    documentNumber: fits('documentNumber') ? `••• ${fields.documentNumber.slice(-3)}` : null,
  };
}

function mrzOf(reading: StoredReading | null): MrzReading | null {
  return reading !== null && 'mrz' in reading ? (reading.mrz ?? null) : null;
}
