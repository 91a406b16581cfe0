/**
 * The machine-readable zones of ICAO Doc 9303 parts 4 to 7, and the one of the French identity card issued until 2021.
 * Lines and positions count from 1, as in the standard.
 */
// biome-ignore format: a table
export const FORMATS = {
  TD1: format('9303-5, section 4.2', 3, 30, [
    // field               line  from  to  content
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['documentNumber',        1,    6,  14, 'any'],
    ['documentNumberCheck',   1,   15,  15, 'check'],
    ['optionalData',          1,   16,  30, 'any'],
    ['birthDate',             2,    1,   6, 'date'],
    ['birthDateCheck',        2,    7,   7, 'check'],
    ['sex',                   2,    8,   8, 'sex'],
    ['expiryDate',            2,    9,  14, 'date'],
    ['expiryDateCheck',       2,   15,  15, 'check'],
    ['nationality',           2,   16,  18, 'letters'],
    ['optionalData2',         2,   19,  29, 'any'],
    ['compositeCheck',        2,   30,  30, 'check'],
    ['name',                  3,    1,  30, 'letters'],
  ], [
    // check digit         covers: line, from, to
    ['documentNumber',     [[1, 6, 14]]],
    ['birthDate',          [[2, 1, 6]]],
    ['expiryDate',         [[2, 9, 14]]],
    ['composite',          [[1, 6, 30], [2, 1, 7], [2, 9, 15], [2, 19, 29]]],
  ]),

  TD2: format('9303-6, section 4.2', 2, 36, [
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['name',                  1,    6,  36, 'letters'],
    ['documentNumber',        2,    1,   9, 'any'],
    ['documentNumberCheck',   2,   10,  10, 'check'],
    ['nationality',           2,   11,  13, 'letters'],
    ['birthDate',             2,   14,  19, 'date'],
    ['birthDateCheck',        2,   20,  20, 'check'],
    ['sex',                   2,   21,  21, 'sex'],
    ['expiryDate',            2,   22,  27, 'date'],
    ['expiryDateCheck',       2,   28,  28, 'check'],
    ['optionalData',          2,   29,  35, 'any'],
    ['compositeCheck',        2,   36,  36, 'check'],
  ], [
    ['documentNumber',     [[2, 1, 9]]],
    ['birthDate',          [[2, 14, 19]]],
    ['expiryDate',         [[2, 22, 27]]],
    ['composite',          [[2, 1, 10], [2, 14, 20], [2, 22, 35]]],
  ]),

  TD3: format('9303-4, section 4.2', 2, 44, [
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['name',                  1,    6,  44, 'letters'],
    ['documentNumber',        2,    1,   9, 'any'],
    ['documentNumberCheck',   2,   10,  10, 'check'],
    ['nationality',           2,   11,  13, 'letters'],
    ['birthDate',             2,   14,  19, 'date'],
    ['birthDateCheck',        2,   20,  20, 'check'],
    ['sex',                   2,   21,  21, 'sex'],
    ['expiryDate',            2,   22,  27, 'date'],
    ['expiryDateCheck',       2,   28,  28, 'check'],
    ['optionalData',          2,   29,  42, 'any'],
    ['optionalDataCheck',     2,   43,  43, 'check'],
    ['compositeCheck',        2,   44,  44, 'check'],
  ], [
    ['documentNumber',     [[2, 1, 9]]],
    ['birthDate',          [[2, 14, 19]]],
    ['expiryDate',         [[2, 22, 27]]],
    ['optionalData',       [[2, 29, 42]]],
    ['composite',          [[2, 1, 10], [2, 14, 20], [2, 22, 43]]],
  ]),

  MRV_A: format('9303-7, section 4.2', 2, 44, [
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['name',                  1,    6,  44, 'letters'],
    ['documentNumber',        2,    1,   9, 'any'],
    ['documentNumberCheck',   2,   10,  10, 'check'],
    ['nationality',           2,   11,  13, 'letters'],
    ['birthDate',             2,   14,  19, 'date'],
    ['birthDateCheck',        2,   20,  20, 'check'],
    ['sex',                   2,   21,  21, 'sex'],
    ['expiryDate',            2,   22,  27, 'date'],
    ['expiryDateCheck',       2,   28,  28, 'check'],
    ['optionalData',          2,   29,  44, 'any'],
  ], [
    ['documentNumber',     [[2, 1, 9]]],
    ['birthDate',          [[2, 14, 19]]],
    ['expiryDate',         [[2, 22, 27]]],
  ]),

  MRV_B: format('9303-7, section 5.2', 2, 36, [
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['name',                  1,    6,  36, 'letters'],
    ['documentNumber',        2,    1,   9, 'any'],
    ['documentNumberCheck',   2,   10,  10, 'check'],
    ['nationality',           2,   11,  13, 'letters'],
    ['birthDate',             2,   14,  19, 'date'],
    ['birthDateCheck',        2,   20,  20, 'check'],
    ['sex',                   2,   21,  21, 'sex'],
    ['expiryDate',            2,   22,  27, 'date'],
    ['expiryDateCheck',       2,   28,  28, 'check'],
    ['optionalData',          2,   29,  36, 'any'],
  ], [
    ['documentNumber',     [[2, 1, 9]]],
    ['birthDate',          [[2, 14, 19]]],
    ['expiryDate',         [[2, 22, 27]]],
  ]),

  FRA_ID: format('French identity card of 1988 to 2021', 2, 36, [
    ['documentCode',          1,    1,   2, 'letters'],
    ['issuingState',          1,    3,   5, 'letters'],
    ['primaryIdentifier',     1,    6,  30, 'letters'],
    ['optionalData',          1,   31,  36, 'any'],
    ['documentNumber',        2,    1,  12, 'any'],
    ['documentNumberCheck',   2,   13,  13, 'check'],
    ['secondaryIdentifier',   2,   14,  27, 'letters'],
    ['birthDate',             2,   28,  33, 'date'],
    ['birthDateCheck',        2,   34,  34, 'check'],
    ['sex',                   2,   35,  35, 'sex'],
    ['compositeCheck',        2,   36,  36, 'check'],
  ], [
    ['documentNumber',     [[2, 1, 12]]],
    ['birthDate',          [[2, 28, 33]]],
    ['composite',          [[1, 1, 36], [2, 1, 35]]],
  ]),
} as const satisfies Record<string, Format>;

export type MrzFormat = keyof typeof FORMATS;

/** What may stand in a field. `any` is letters, digits and filler; a check digit may be a filler where the field is empty. */
// biome-ignore format: a table
export const CONTENTS = {
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<',
  any:     '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<',
  date:    '0123456789<',
  sex:     'FM<',
  check:   '0123456789<',
} as const satisfies Record<string, string>;

export type Content = keyof typeof CONTENTS;

export type FieldName =
  | 'documentCode'
  | 'issuingState'
  | 'name'
  | 'primaryIdentifier'
  | 'secondaryIdentifier'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'optionalData'
  | 'optionalData2'
  | `${CheckName}Check`;

export type CheckName = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite';

export type FieldRow = readonly [field: FieldName, line: number, from: number, to: number, content: Content];
export type Span = readonly [line: number, from: number, to: number];
export type CheckRow = readonly [check: CheckName, covers: readonly Span[]];

export interface Format {
  source: string;
  lineCount: number;
  lineLength: number;
  fields: readonly FieldRow[];
  checks: readonly CheckRow[];
}

export const MRZ_FORMATS = Object.keys(FORMATS) as MrzFormat[];

/** The row of a field, or undefined where the format has no such field. */
export function findField(format: MrzFormat, field: FieldName): FieldRow | undefined {
  return (FORMATS[format].fields as readonly FieldRow[]).find(([name]) => name === field);
}

/** The characters that may stand at a position: what a reader of pictures may choose from. */
export function alphabetAt(format: MrzFormat, line: number, position: number): string {
  const row = (FORMATS[format].fields as readonly FieldRow[]).find(
    ([, fieldLine, from, to]) => fieldLine === line && from <= position && position <= to,
  );
  if (row === undefined) throw new RangeError(`${format} has no position ${position} in line ${line}`);
  return CONTENTS[row[4]];
}

function format(
  source: string,
  lineCount: number,
  lineLength: number,
  fields: readonly FieldRow[],
  checks: readonly CheckRow[],
): Format {
  return { source, lineCount, lineLength, fields, checks };
}
