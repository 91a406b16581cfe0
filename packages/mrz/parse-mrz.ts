import { checkDigit } from './check-digit.ts';
import { isPossibleDate } from './dates.ts';
import {
  type CheckName,
  type CheckRow,
  CONTENTS,
  type FieldName,
  type FieldRow,
  FORMATS,
  findField,
  type MrzFormat,
  type Span,
} from './formats.ts';
import { parseName } from './names.ts';

/** The fields of an MRZ, without fillers. Dates stay six characters, because the century is a judgement: see `dates.ts`. */
export interface MrzFields {
  /** `P`, `ID`, `I`, `V` … */
  documentCode: string;
  /** Three letters as in ICAO Doc 9303-3, or `D` for Germany. */
  issuingState: string;
  /** Whole, also where it overflows into the optional data; a filler inside is kept. */
  documentNumber: string;
  /** Components separated by spaces. */
  primaryIdentifier: string;
  /** Components separated by spaces; empty when there is none. */
  secondaryIdentifier: string;
  /** The name fills its field to the end, so it may go on. */
  nameTruncated: boolean;
  /** As `issuingState`. The old French card names none and is issued to French citizens only: `FRA`. */
  nationality: string;
  /** `YYMMDD`; unknown parts are `<<`. */
  birthDate: string;
  /** `X` is unspecified, `<` in the MRZ. */
  sex: 'F' | 'M' | 'X';
  /** `YYMMDD`; null where the format has no such field. */
  expiryDate: string | null;
  optionalData: string;
  /** TD1 only, otherwise empty. */
  optionalData2: string;
}

export interface CheckDigitResult {
  check: CheckName;
  /** Where the digit stands. */
  line: number;
  position: number;
  covers: readonly Span[];
  found: string;
  expected: string;
  valid: boolean;
}

/** A position whose character cannot be right, or a field whose value cannot be. */
export interface MrzProblem {
  field: FieldName;
  line: number;
  /** First position to blame. */
  position: number;
  rule: 'alphabet' | 'date';
}

export interface ParsedMrz {
  format: MrzFormat;
  lines: readonly string[];
  fields: MrzFields;
  checkDigits: readonly CheckDigitResult[];
  problems: readonly MrzProblem[];
  /** Every check digit fits and nothing is impossible. */
  valid: boolean;
}

/**
 * Reads a machine-readable zone. What does not fit is said in `checkDigits` and `problems`; only text that has the shape of no
 * format at all is refused.
 *
 * @param lines  the two or three lines of the MRZ, or one text with line breaks
 * @throws RangeError when number and length of the lines fit no format, or a character belongs in no MRZ
 */
export function parseMrz(lines: readonly string[] | string): ParsedMrz {
  const mrz = toLines(lines);
  const format = detectFormat(mrz);
  if (format === null) {
    throw new RangeError(`${mrz.length} lines of ${mrz.map((line) => line.length).join(', ')} characters are no MRZ`);
  }
  mrz.forEach((line, index) => {
    const position = line.search(/[^0-9A-Z<]/);
    if (position !== -1) {
      throw new RangeError(`line ${index + 1}: the character at position ${position + 1} does not belong in an MRZ`);
    }
  });

  const number = readDocumentNumber(mrz, format);
  const name = readName(mrz, format);
  const fields: MrzFields = {
    documentCode: trimFillers(fieldText(mrz, format, 'documentCode')),
    issuingState: trimFillers(fieldText(mrz, format, 'issuingState')),
    documentNumber: number.documentNumber,
    primaryIdentifier: name.primaryIdentifier,
    secondaryIdentifier: name.secondaryIdentifier,
    nameTruncated: name.nameTruncated,
    nationality: format === 'FRA_ID' ? 'FRA' : trimFillers(fieldText(mrz, format, 'nationality')),
    birthDate: fieldText(mrz, format, 'birthDate'),
    sex: toSex(fieldText(mrz, format, 'sex')),
    expiryDate: findField(format, 'expiryDate') === undefined ? null : fieldText(mrz, format, 'expiryDate'),
    optionalData: number.optionalData,
    optionalData2: trimFillers(fieldText(mrz, format, 'optionalData2')),
  };
  const checkDigits = (FORMATS[format].checks as readonly CheckRow[]).map((row) =>
    evaluateCheck(mrz, format, row, number),
  );
  const problems = findProblems(mrz, format);
  return {
    format,
    lines: mrz,
    fields,
    checkDigits,
    problems,
    valid: problems.length === 0 && checkDigits.every(({ valid }) => valid),
  };
}

/** The format that lines of this shape have, or null. Visas begin with `V`, the old French card with `IDFRA`. */
export function detectFormat(lines: readonly string[] | string): MrzFormat | null {
  const mrz = toLines(lines);
  const lengths = mrz.map((line) => line.length).join(' ');
  const first = mrz[0] ?? '';
  if (lengths === '30 30 30') return 'TD1';
  if (lengths === '44 44') return first.startsWith('V') ? 'MRV_A' : 'TD3';
  if (lengths !== '36 36') return null;
  if (first.startsWith('V')) return 'MRV_B';
  return first.startsWith('IDFRA') ? 'FRA_ID' : 'TD2';
}

interface NumberReading {
  documentNumber: string;
  optionalData: string;
  /** Where the check digit stands when the number overflows, and what it covers. */
  overflow: { digit: Span; covers: readonly Span[] } | null;
}

/**
 * In TD1 and TD2 a document number of more than nine characters goes on in the optional data, and its check digit follows there;
 * the place of the check digit holds a filler.
 *
 * @see ICAO Doc 9303-5, section 4.2.2, and 9303-6, section 4.2.2
 */
function readDocumentNumber(mrz: readonly string[], format: MrzFormat): NumberReading {
  const field = fieldText(mrz, format, 'documentNumber');
  const optionalData = fieldText(mrz, format, 'optionalData');
  const rest = /^([0-9A-Z]+)[0-9](?:<|$)/.exec(optionalData)?.[1];
  const overflows =
    (format === 'TD1' || format === 'TD2') &&
    fieldText(mrz, format, 'documentNumberCheck') === '<' &&
    !field.includes('<') &&
    rest !== undefined;
  if (!overflows) {
    return { documentNumber: trimFillers(field), optionalData: trimFillers(optionalData), overflow: null };
  }
  const [, numberLine, numberFrom, numberTo] = findField(format, 'documentNumber')!;
  const [, line, from] = findField(format, 'optionalData')!;
  return {
    documentNumber: field + rest,
    optionalData: trimFillers(optionalData.slice(rest.length + 2)),
    overflow: {
      digit: [line, from + rest.length, from + rest.length],
      covers: [
        [numberLine, numberFrom, numberTo],
        [line, from, from + rest.length - 1],
      ],
    },
  };
}

function readName(mrz: readonly string[], format: MrzFormat) {
  if (format !== 'FRA_ID') return parseName(fieldText(mrz, format, 'name'));
  const primary = fieldText(mrz, format, 'primaryIdentifier');
  const secondary = fieldText(mrz, format, 'secondaryIdentifier');
  return {
    primaryIdentifier: toWords(primary),
    secondaryIdentifier: toWords(secondary),
    nameTruncated: !primary.endsWith('<') || !secondary.endsWith('<'),
  };
}

function evaluateCheck(
  mrz: readonly string[],
  format: MrzFormat,
  [check, plainCovers]: CheckRow,
  { overflow }: NumberReading,
): CheckDigitResult {
  const [, plainLine, plainPosition] = findField(format, `${check}Check`)!;
  const overflowing = check === 'documentNumber' ? overflow : null;
  const [line, position] = overflowing?.digit ?? [plainLine, plainPosition];
  const covers = overflowing?.covers ?? plainCovers;
  const covered = covers.map((span) => textAt(mrz, span)).join('');
  const found = textAt(mrz, [line, position, position]);
  const expected = checkDigit(covered);
  // 9303-4, section 4.2.2: where nothing is written, the issuer may leave the digit of the optional data out.
  const leftOut = check === 'optionalData' && found === '<' && /^<*$/.test(covered);
  return { check, line, position, covers, found, expected, valid: found === expected || leftOut };
}

function findProblems(mrz: readonly string[], format: MrzFormat): MrzProblem[] {
  const problems: MrzProblem[] = [];
  for (const [field, line, from, to, content] of FORMATS[format].fields as readonly FieldRow[]) {
    const text = textAt(mrz, [line, from, to]);
    const wrong = [...text].findIndex((character) => !CONTENTS[content].includes(character));
    if (wrong !== -1) {
      problems.push({ field, line, position: from + wrong, rule: 'alphabet' });
    } else if (content === 'date' && !isPossibleDate(text)) {
      problems.push({ field, line, position: from, rule: 'date' });
    }
  }
  return problems;
}

function toLines(lines: readonly string[] | string): string[] {
  const parts = typeof lines === 'string' ? lines.split(/\r?\n/) : lines;
  return parts.map((line) => line.trim()).filter((line) => line !== '');
}

function textAt(mrz: readonly string[], [line, from, to]: Span): string {
  return mrz[line - 1]!.slice(from - 1, to);
}

function fieldText(mrz: readonly string[], format: MrzFormat, field: FieldName): string {
  const row = findField(format, field);
  return row === undefined ? '' : textAt(mrz, [row[1], row[2], row[3]]);
}

function trimFillers(text: string): string {
  return text.replace(/<+$/, '');
}

function toWords(text: string): string {
  return text.replace(/<+/g, ' ').trim();
}

function toSex(text: string): MrzFields['sex'] {
  return text === 'F' || text === 'M' ? text : 'X';
}
