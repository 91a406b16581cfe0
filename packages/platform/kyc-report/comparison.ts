import type { CaptureReading, MrzReading, Outcome } from '@reident/engine';
import { compareNames, type NameDifferenceKind, parseBirthDate, parseExpiryDate, toAlpha2 } from '@reident/mrz';
import type { PersonAttributes } from '@reident/store';
import type { Case } from '../case/case.ts';

export type ComparedField = (typeof COMPARED)[number]['field'];

/** One line of the comparison: what the document says beside what the partner holds. */
export interface Comparison {
  field: ComparedField;
  document: string | null;
  person: string | null;
  /** What the engine's check says, so that report and verdict never differ; `none` where nothing was compared. */
  match: 'same' | 'different' | 'unsure' | 'none';
}

/** What a line may look at. */
interface Sources {
  fields: MrzReading['fields'];
  /** The day of the capture, by which a century is told. */
  capturedOn: string;
  person: PersonAttributes;
  outcomeOf: (check: string) => Outcome | undefined;
}

// biome-ignore format: a table
const COMPARED = [
  // field                      on the document                                                       on file with the partner    whether they fit
  { field: 'last_name',       read: ({ fields }) => fields.primaryIdentifier,                         onFile: 'last_name',   match: (sources) => matchName('primary', sources) },
  { field: 'first_name',      read: ({ fields }) => fields.secondaryIdentifier,                       onFile: 'first_name',  match: (sources) => matchName('secondary', sources) },
  { field: 'birth_date',      read: ({ fields, capturedOn }) => parseBirthDate(fields.birthDate, capturedOn)?.date, onFile: 'birth_date', match: ({ outcomeOf }) => matchOf(outcomeOf('birth-date-matches-person')) },
  { field: 'nationality',     read: ({ fields }) => toAlpha2(fields.nationality) ?? fields.nationality, onFile: 'nationality', match: ({ fields, person }) => (toAlpha2(fields.nationality) === person.nationality ? 'same' : 'different') },
  { field: 'sex',             read: ({ fields }) => fields.sex,                                       onFile: null,          match: () => 'none' },
  { field: 'document_number', read: ({ fields }) => fields.documentNumber,                            onFile: null,          match: () => 'none' },
  { field: 'issuing_state',   read: ({ fields }) => toAlpha2(fields.issuingState) ?? fields.issuingState, onFile: null,     match: () => 'none' },
  { field: 'expiry_date',     read: ({ fields, capturedOn }) => parseExpiryDate(fields.expiryDate ?? '', capturedOn)?.date, onFile: null, match: () => 'none' },
] as const satisfies readonly ComparedRow[];

interface ComparedRow {
  field: string;
  read(sources: Sources): string | null | undefined;
  onFile: (keyof PersonAttributes & string) | null;
  match(sources: Sources): Comparison['match'];
}

/** What was read from the machine-readable zone beside the person's data; empty when no MRZ was read. */
export function compareCase({
  captures,
  examination,
  person,
}: Pick<Case, 'captures' | 'examination' | 'person'>): Comparison[] {
  const mrz = bestMrz(captures);
  if (!mrz) return [];
  const outcomes = new Map(examination?.findings.map(({ check, outcome }) => [check, outcome]));
  const sources: Sources = {
    fields: mrz.reading.fields,
    capturedOn: mrz.capturedOn,
    person: person.attributes,
    outcomeOf: (check) => outcomes.get(check),
  };
  return COMPARED.map(({ field, read, onFile, match }) => {
    const document = read(sources) || null;
    const known = onFile === null ? null : person.attributes[onFile];
    const personValue = typeof known === 'string' && known !== '' ? known : null;
    return { field, document, person: personValue, match: document && personValue ? match(sources) : 'none' };
  });
}

function matchOf(outcome: Outcome | undefined): Comparison['match'] {
  if (outcome === 'pass') return 'same';
  if (outcome === 'fail') return 'different';
  return outcome === 'inconclusive' ? 'unsure' : 'none';
}

const OTHER_NAME: ReadonlySet<NameDifferenceKind> = new Set([
  'swapped',
  'surname',
  'given_names',
  'unsupported_script',
  'missing',
]);

/** The engine asks about the whole name; where it does not fit, this says which part is to blame. */
function matchName(part: 'primary' | 'secondary', { fields, person, outcomeOf }: Sources): Comparison['match'] {
  const match = matchOf(outcomeOf('name-matches-person'));
  if (match === 'same' || match === 'none') return match;
  const { differences } = compareNames(fields, { firstName: person.first_name, lastName: person.last_name });
  const blamed = differences.some((one) => OTHER_NAME.has(one.kind) && (one.part === part || one.part === 'whole'));
  return blamed ? match : 'same';
}

/** The MRZ that was read with the least doubt, and the day on which it was shown. */
export function bestMrz(captures: Case['captures']): { reading: MrzReading; capturedOn: string } | undefined {
  const candidates = captures.flatMap(({ reading, createdAt }) => {
    // Written by the engine host and kept as it came; the store does not look inside.
    const mrz = (reading as CaptureReading | null)?.mrz;
    return mrz ? [{ reading: mrz, capturedOn: createdAt.toISOString().slice(0, 10) }] : [];
  });
  return candidates.toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0];
}
