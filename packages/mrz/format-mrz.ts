import { checkDigit } from './check-digit.ts';
import {
  type CheckRow,
  CONTENTS,
  type FieldName,
  type FieldRow,
  FORMATS,
  findField,
  type MrzFormat,
} from './formats.ts';
import { formatName } from './names.ts';
import type { MrzFields } from './parse-mrz.ts';
import { transliterate } from './transliterate.ts';

/** What `parseMrz` reads, and nothing that follows from it. Names may be written as on the VIZ. */
export interface MrzInput
  extends Pick<MrzFields, 'documentCode' | 'issuingState' | 'documentNumber' | 'birthDate' | 'sex'> {
  format: MrzFormat;
  primaryIdentifier: string;
  secondaryIdentifier: string;
  nationality?: string;
  expiryDate?: string | null;
  optionalData?: string;
  optionalData2?: string;
}

/**
 * Writes a machine-readable zone with all its check digits. `parseMrz` reads back what went in, except names that are too long.
 *
 * @throws RangeError naming the field that does not fit
 */
export function formatMrz(input: MrzInput): string[] {
  const { format } = input;
  const { lineCount, lineLength, checks } = FORMATS[format];
  const mrz = Array.from({ length: lineCount }, () => '<'.repeat(lineLength));

  const write = (field: FieldName, text: string) => writeField(mrz, format, field, text);
  write('documentCode', input.documentCode);
  write('issuingState', input.issuingState);
  write('nationality', input.nationality ?? '');
  write('birthDate', input.birthDate);
  write('sex', input.sex === 'X' ? '<' : input.sex);
  write('expiryDate', input.expiryDate ?? '');
  write('optionalData2', input.optionalData2 ?? '');
  const overflows = writeNumber(input, write);

  const primary = transliterate(input.primaryIdentifier);
  if (format === 'FRA_ID') {
    // This card has a field for each identifier, and two fillers between given names.
    const givenNames = input.secondaryIdentifier
      .split(/[\s,]+/)
      .map(transliterate)
      .join('<<');
    write('primaryIdentifier', formatName(primary, '', fieldLength(format, 'primaryIdentifier')));
    write('secondaryIdentifier', formatName(givenNames, '', fieldLength(format, 'secondaryIdentifier')));
  } else {
    write('name', formatName(primary, transliterate(input.secondaryIdentifier), fieldLength(format, 'name')));
  }

  for (const [check, covers] of checks as readonly CheckRow[]) {
    if (check === 'documentNumber' && overflows) continue;
    write(`${check}Check`, checkDigit(covers.map(([line, from, to]) => mrz[line - 1]!.slice(from - 1, to)).join('')));
  }
  return mrz;
}

/** Writes the number, and the optional data behind what overflows. Answers whether it did. */
function writeNumber(input: MrzInput, write: (field: FieldName, text: string) => void): boolean {
  const { format, documentNumber } = input;
  const length = fieldLength(format, 'documentNumber');
  const optionalData = input.optionalData ?? '';
  if (documentNumber.length <= length || (format !== 'TD1' && format !== 'TD2')) {
    write('documentNumber', documentNumber);
    write('optionalData', optionalData);
    return false;
  }
  const rest = documentNumber.slice(length) + checkDigit(documentNumber);
  write('documentNumber', documentNumber.slice(0, length));
  write('optionalData', optionalData === '' ? rest : `${rest}<${optionalData}`);
  return true;
}

function writeField(mrz: string[], format: MrzFormat, field: FieldName, text: string): void {
  const row = findField(format, field);
  if (row === undefined) {
    if (text === '' || field === 'nationality' || field === 'expiryDate') return;
    throw new RangeError(`${format} has no field ${field}`);
  }
  const [, line, from, to, content] = row satisfies FieldRow;
  if (text.length > to - from + 1) throw new RangeError(`${field} is longer than ${to - from + 1} characters`);
  if ([...text].some((character) => !CONTENTS[content].includes(character))) {
    throw new RangeError(`${field} has a character that does not belong there`);
  }
  const before = mrz[line - 1]!;
  mrz[line - 1] = before.slice(0, from - 1) + text.padEnd(to - from + 1, '<') + before.slice(to);
}

function fieldLength(format: MrzFormat, field: FieldName): number {
  const row = findField(format, field);
  return row === undefined ? 0 : row[3] - row[2] + 1;
}
