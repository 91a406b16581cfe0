import type { TextLine } from '../readings/text.ts';
import { datesIn, distanceInside, editDistance, folded, isInside, plain } from './normalise-text.ts';
import type { PairedFields } from './pair-fields.ts';

/** Fields that stand both in the MRZ and in the VIZ. */
export const COMPARED_FIELDS = [
  'primaryIdentifier',
  'secondaryIdentifier',
  'documentNumber',
  'birthDate',
  'expiryDate',
] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number];

/**
 * - `confirmed`: what the MRZ says is printed too
 * - `contradicted`: something clearly else stands beside the field's label, and what the MRZ says stands nowhere
 * - `doubtful`: the same, but a name or number differs in one character only, or it was not read clearly
 * - `not_found`: neither the value nor a label with a value was read
 */
export type Agreement = 'confirmed' | 'contradicted' | 'doubtful' | 'not_found';

export interface FieldComparison {
  field: ComparedField;
  agreement: Agreement;
  /** The line that decided. */
  line: TextLine | null;
}

/** Compares one field of the MRZ, dates as `YYYY-MM-DD`, with everything that is printed. */
export function compareField(
  field: ComparedField,
  expected: string,
  lines: readonly TextLine[],
  paired: PairedFields,
  isClear: (confidence: number) => boolean,
): FieldComparison {
  const confirming = FINDERS[field](expected, lines);
  const beside = paired[field];
  const clearlyElse =
    beside !== undefined &&
    isClear(beside.line.confidence) &&
    DISTANCES[field](expected, beside.value) > LARGEST_MISREADING[field];
  // The value may stand elsewhere by chance, a surname that is a town's name too: then a person looks.
  if (confirming) return { field, agreement: clearlyElse ? 'doubtful' : 'confirmed', line: confirming };
  if (!beside) return { field, agreement: 'not_found', line: null };
  return { field, agreement: clearlyElse ? 'contradicted' : 'doubtful', line: beside.line };
}

/** So many edits may be a misreading. A date that is a date all the same is none: one figure is what forgers change. */
const LARGEST_MISREADING: Record<ComparedField, number> = {
  primaryIdentifier: 1,
  secondaryIdentifier: 1,
  documentNumber: 1,
  birthDate: 0,
  expiryDate: 0,
};

type Finder = (expected: string, lines: readonly TextLine[]) => TextLine | undefined;

const FINDERS: Record<ComparedField, Finder> = {
  primaryIdentifier: findName,
  secondaryIdentifier: findName,
  documentNumber: (expected, lines) => lines.find(({ text }) => alike(plain(text)).includes(alike(plain(expected)))),
  birthDate: findDate,
  expiryDate: findDate,
};

const DISTANCES: Record<ComparedField, (expected: string, printed: string) => number> = {
  primaryIdentifier: nameDistance,
  secondaryIdentifier: nameDistance,
  documentNumber: (expected, printed) => editDistance(alike(plain(expected)), alike(plain(printed))),
  birthDate: editDistance,
  expiryDate: editDistance,
};

/** Letters and digits that text readers mix up count as the same; the MRZ tells which it is. */
function alike(text: string): string {
  return text
    .replaceAll('O', '0')
    .replaceAll('Q', '0')
    .replaceAll('I', '1')
    .replaceAll('S', '5')
    .replaceAll('B', '8')
    .replaceAll('Z', '2');
}

function findDate(expected: string, lines: readonly TextLine[]): TextLine | undefined {
  return lines.find(({ text }) => datesIn(text).includes(expected) || hasShortYear(text, expected));
}

/** *12 MAR 84*: a year of two figures fits every century. */
function hasShortYear(text: string, expected: string): boolean {
  const short = /^(.*[ .\-/])(\d{2})$/.exec(text.trim());
  return short !== null && datesIn(`${short[1]}${expected.slice(0, 2)}${short[2]}`).includes(expected);
}

/** Every component has to be printed; in one of five letters and more one may be misread. A cut-off name is found as far as it goes. */
function findName(expected: string, lines: readonly TextLine[]): TextLine | undefined {
  const texts = lines.map((line) => ({ line, text: folded(line.text) }));
  const found = expected.split(/[\s<]+/).map((component) => {
    const sought = folded(component);
    return texts.find(({ text }) => isInside(sought, text, sought.length >= 5 ? 1 : 0));
  });
  return found.every(Boolean) ? found[0]?.line : undefined;
}

/** The VIZ may name more or fewer given names; what counts is how unlike the likest component is. */
function nameDistance(expected: string, printed: string): number {
  const [sought, read] = [folded(expected), folded(printed)];
  return Math.min(editDistance(sought, read), distanceInside(sought, read), distanceInside(read, sought));
}
