import type { CaptureReading, MrzReading } from '@reident/engine';
import { parseBirthDate, parseExpiryDate, toAlpha2 } from '@reident/mrz';
import type { PersonAttributes } from '@reident/store';
import type { Case } from '../case.ts';

export type ComparedField = (typeof COMPARED)[number]['field'];

/** One line of the comparison: what the document says beside what the partner holds. */
export interface Comparison {
  field: ComparedField;
  document: string | null;
  person: string | null;
  /** What the engine's check says, so that report and verdict never differ; `none` where nothing was compared. */
  match: 'same' | 'different' | 'unsure' | 'none';
}

type Fields = MrzReading['fields'];

// biome-ignore format: a table
const COMPARED = [
  // field                      on the document, by the day of the capture                                        held by the partner   the check that compares
  { field: 'last_name',       read: (fields: Fields) => fields.primaryIdentifier,                                 held: 'last_name',   check: 'name-matches-person' },
  { field: 'first_name',      read: (fields: Fields) => fields.secondaryIdentifier,                               held: 'first_name',  check: 'name-matches-person' },
  { field: 'birth_date',      read: (fields: Fields, day: string) => parseBirthDate(fields.birthDate, day)?.date, held: 'birth_date',  check: 'birth-date-matches-person' },
  { field: 'nationality',     read: (fields: Fields) => toAlpha2(fields.nationality) ?? fields.nationality,      held: 'nationality', check: null },
  { field: 'sex',             read: (fields: Fields) => fields.sex,                                               held: null,          check: null },
  { field: 'document_number', read: (fields: Fields) => fields.documentNumber,                                    held: null,          check: null },
  { field: 'issuing_state',   read: (fields: Fields) => fields.issuingState,                                      held: null,          check: null },
  { field: 'expiry_date',     read: (fields: Fields, day: string) => parseExpiryDate(fields.expiryDate ?? '', day)?.date, held: null,  check: null },
] as const satisfies readonly {
  field: string;
  read: (fields: Fields, capturedOn: string) => string | null | undefined;
  held: (keyof PersonAttributes & string) | null;
  check: string | null;
}[];

const MATCH_BY_OUTCOME: Record<string, Comparison['match']> = {
  pass: 'same',
  fail: 'different',
  inconclusive: 'unsure',
};

/** What was read from the machine-readable zone beside the person's data; empty when no zone was read. */
export function compareCase({
  captures,
  examination,
  person,
}: Pick<Case, 'captures' | 'examination' | 'person'>): Comparison[] {
  const zone = bestZone(captures);
  if (!zone) return [];
  const outcomeOf = new Map<string | null, string>(examination?.findings.map(({ check, outcome }) => [check, outcome]));
  return COMPARED.map(({ field, read, held, check }) => {
    const document = read(zone.reading.fields, zone.capturedOn) || null;
    const known = held === null ? null : person.attributes[held];
    const personValue = typeof known === 'string' && known !== '' ? known : null;
    const compared = document !== null && personValue !== null;
    return {
      field,
      document,
      person: personValue,
      match: compared ? (MATCH_BY_OUTCOME[outcomeOf.get(check) ?? ''] ?? 'none') : 'none',
    };
  });
}

/** The zone that was read with the least doubt, and the day on which it was shown. */
export function bestZone(captures: Case['captures']): { reading: MrzReading; capturedOn: string } | undefined {
  const zones = captures.flatMap(({ reading, createdAt }) => {
    // Written by the engine host and kept as it came; the store does not look inside.
    const mrz = (reading as CaptureReading | null)?.mrz;
    return mrz ? [{ reading: mrz, capturedOn: createdAt.toISOString().slice(0, 10) }] : [];
  });
  return zones.toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0];
}
