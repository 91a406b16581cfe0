import type { TextLine } from '../readings/text.ts';
import { FIELD_LABELS, LICENCE_NUMBERS, type VizField } from './field-labels.ts';
import { datesIn, isInside, plain } from './normalise-text.ts';

/** What stands beside the label of a field. A date is `YYYY-MM-DD`; other values are as printed. */
export interface PairedField {
  value: string;
  line: TextLine;
  /** The label above it; absent where numbers or order tell what it is. */
  label?: TextLine;
}

export type PairedFields = Partial<Record<VizField, PairedField>>;

const DATES: ReadonlySet<VizField> = new Set(['birthDate', 'issueDate', 'expiryDate']);

/** Pairs labels with the value that stands below them, beginning where they begin. The first label of a field counts. */
export function pairByLabels(lines: readonly TextLine[]): PairedFields {
  const labels = lines.map(fieldOf);
  const paired: PairedFields = {};
  lines.forEach((label, i) => {
    const field = labels[i];
    if (!field || paired[field]) return;
    const below = lines
      .filter((line, j) => labels[j] === undefined && standsBelow(label, line))
      .sort((a, b) => a.box[1] - b.box[1])[0];
    pair(paired, field, below?.text, below, label);
  });
  return paired;
}

/**
 * Pairs the numbers of a driving licence with the value behind them, on the same line. The numbers are small and often not
 * read; their order is the same on every licence of the EU, so what they leave open is filled by it.
 */
export function pairByNumbers(lines: readonly TextLine[]): PairedFields {
  const paired: PairedFields = {};
  for (const line of lines) {
    const [, number, rest] = /^([1-9][A-Da-d]?)(?:\s*[.,:]\s*|\s+|$)(.*)$/.exec(line.text) ?? [];
    const field = LICENCE_NUMBERS[number?.toUpperCase() as keyof typeof LICENCE_NUMBERS] as VizField | undefined;
    if (!field || paired[field]) continue;
    if (rest) {
      pair(paired, field, rest, line);
      continue;
    }
    const beside = lines.filter((other) => standsBeside(line, other)).sort((a, b) => a.box[0] - b.box[0])[0];
    pair(paired, field, beside?.text, beside);
  }
  return { ...byOrder(lines), ...paired };
}

/**
 * 1 surname, 2 given names, 3 date of birth, 4a date of issue, 4b date of expiry, one below the other: the first three lines
 * that begin where the first date does are those, and of all dates the earliest is that of birth and the latest that of expiry.
 *
 * @see Directive 2006/126/EC, annex I
 */
function byOrder(lines: readonly TextLine[]): PairedFields {
  const dated = lines
    .flatMap((line) => datesIn(line.text).map((value) => ({ value, line })))
    .sort((a, b) => a.value.localeCompare(b.value));
  const [birth, issue, expiry] = dated;
  if (!birth || !issue || !expiry || dated.length > 3) return {};
  const above = lines
    .filter(({ text, box }) => standsAbove(box, birth.line.box) && !/\d/.test(text))
    .sort((a, b) => b.box[1] - a.box[1]);
  const [given, surname] = above;
  return {
    birthDate: birth,
    issueDate: issue,
    expiryDate: expiry,
    ...(given && surname
      ? {
          primaryIdentifier: { value: surname.text, line: surname },
          secondaryIdentifier: { value: given.text, line: given },
        }
      : {}),
  };
}

function standsAbove(box: TextLine['box'], other: TextLine['box']): boolean {
  return Math.abs(box[0] - other[0]) < 0.03 && box[3] < other[1] + 0.02;
}

function pair(
  paired: PairedFields,
  field: VizField,
  text: string | undefined,
  line: TextLine | undefined,
  label?: TextLine,
): void {
  if (!text || !line) return;
  const value = DATES.has(field) ? datesIn(text)[0] : text.trim();
  if (value) paired[field] = { value, line, ...(label && { label }) };
}

/** The field whose label a line is; one misread letter in eight is allowed. */
function fieldOf({ text }: TextLine): VizField | undefined {
  const letters = plain(text);
  return FIELD_LABELS.find(([label]) => isInside(label, letters, Math.floor(label.length / 8)))?.[1];
}

function standsBelow({ box: label }: TextLine, { box: value }: TextLine): boolean {
  const height = value[3] - value[1];
  const gap = value[1] - label[3];
  return Math.abs(value[0] - label[0]) < 0.05 && middleOf(value) > label[3] - height * 0.2 && gap < height * 1.2;
}

function standsBeside({ box: number }: TextLine, { box: value }: TextLine): boolean {
  const apart = Math.abs(middleOf(value) - middleOf(number));
  return apart < (value[3] - value[1]) * 0.6 && value[0] > number[0] && value[0] - number[2] < 0.1;
}

function middleOf([, top, , bottom]: TextLine['box']): number {
  return (top + bottom) / 2;
}
