import fc from 'fast-check';
import { parse as parseElsewhere } from 'mrz';
import { describe, expect, it } from 'vitest';
import { arbitraryMrz } from '../../tests/fixtures/mrz/arbitrary-mrz.ts';
import { SPECIMENS } from '../../tests/fixtures/mrz/specimens.ts';
import { formatMrz } from './format-mrz.ts';
import { alphabetAt, type CheckRow, type FieldRow, FORMATS, MRZ_FORMATS } from './formats.ts';
import { detectFormat, parseMrz } from './parse-mrz.ts';

describe('the formats', () => {
  it('have fields that fill every line without gap or overlap', () => {
    for (const format of MRZ_FORMATS) {
      const { lineCount, lineLength, fields } = FORMATS[format];
      for (let line = 1; line <= lineCount; line++) {
        const inLine = (fields as readonly FieldRow[]).filter((row) => row[1] === line);
        let next = 1;
        for (const [field, , from, to] of inLine) {
          expect(from, `${format} ${field}`).toBe(next);
          next = to + 1;
        }
        expect(next, `${format} line ${line}`).toBe(lineLength + 1);
      }
    }
  });

  it('have a place for every check digit, and every place has a check digit', () => {
    for (const format of MRZ_FORMATS) {
      const places = (FORMATS[format].fields as readonly FieldRow[])
        .filter((row) => row[4] === 'check')
        .map((row) => row[0]);
      const checks = (FORMATS[format].checks as readonly CheckRow[]).map(([check]) => `${check}Check`);
      expect([...checks].sort()).toEqual([...places].sort());
    }
  });

  it('say which characters may stand where', () => {
    expect(alphabetAt('TD3', 2, 14)).toBe('0123456789<');
    expect(alphabetAt('TD3', 2, 21)).toBe('FM<');
    expect(alphabetAt('TD3', 1, 6)).not.toContain('0');
    expect(() => alphabetAt('TD1', 4, 1)).toThrow(RangeError);
  });
});

describe('the published specimens', () => {
  for (const { name, format, lines, fields } of SPECIMENS) {
    it(`${name}: every field and every check digit`, () => {
      const mrz = parseMrz(lines);
      expect(mrz.format).toBe(format);
      expect(mrz.fields).toEqual(fields);
      expect(mrz.problems).toEqual([]);
      expect(mrz.checkDigits.filter(({ valid }) => !valid)).toEqual([]);
      expect(mrz.checkDigits.map(({ check }) => check)).toEqual(FORMATS[format].checks.map(([check]) => check));
      expect(mrz.valid).toBe(true);
    });
  }

  it('can be given as one text with line breaks', () => {
    const { lines, fields } = SPECIMENS[0]!;
    expect(parseMrz(lines.join('\r\n')).fields).toEqual(fields);
  });
});

describe('what does not fit', () => {
  const [line1, line2, line3] = SPECIMENS[0]!.lines as [string, string, string];

  it('a wrong check digit is told with what was found, what was expected, and where', () => {
    const mrz = parseMrz([line1, `7408123${line2.slice(7)}`, line3]);
    expect(mrz.valid).toBe(false);
    expect(mrz.checkDigits.find(({ check }) => check === 'birthDate')).toEqual({
      check: 'birthDate',
      line: 2,
      position: 7,
      covers: [[2, 1, 6]],
      found: '3',
      expected: '2',
      valid: false,
    });
    expect(mrz.checkDigits.find(({ check }) => check === 'composite')?.valid).toBe(false);
  });

  it('a letter in a date is a problem with its position', () => {
    const mrz = parseMrz([line1, `74O812${line2.slice(6)}`, line3]);
    expect(mrz.problems).toEqual([{ field: 'birthDate', line: 2, position: 3, rule: 'alphabet' }]);
  });

  it('a month that does not exist is a problem even if its check digit fits', () => {
    const lines = formatMrz({ format: 'TD1', ...SPECIMENS[0]!.fields, birthDate: '741312' });
    const mrz = parseMrz(lines);
    expect(mrz.checkDigits.every(({ valid }) => valid)).toBe(true);
    expect(mrz.problems).toEqual([{ field: 'birthDate', line: 2, position: 1, rule: 'date' }]);
    expect(mrz.valid).toBe(false);
  });

  it('unknown parts of a birth date are no problem', () => {
    const mrz = parseMrz(formatMrz({ format: 'TD3', ...SPECIMENS[3]!.fields, birthDate: '74<<<<' }));
    expect(mrz.valid).toBe(true);
    expect(mrz.fields.birthDate).toBe('74<<<<');
  });

  it('an empty personal number may have 0 or a filler as check digit, and nothing else', () => {
    const line = 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<';
    const withDigit = (digit: string) => {
      const [first, second] = formatMrz({ format: 'TD3', ...SPECIMENS[3]!.fields, optionalData: '' }) as [
        string,
        string,
      ];
      expect(second.startsWith(line)).toBe(true);
      return parseMrz([first, `${line}${digit}${second[43]}`]).checkDigits.find(
        ({ check }) => check === 'optionalData',
      );
    };
    expect(withDigit('0')?.valid).toBe(true);
    expect(withDigit('<')?.valid).toBe(true);
    expect(withDigit('1')?.valid).toBe(false);
  });

  it('lines of other lengths are no MRZ, and the message holds none of their text', () => {
    expect(detectFormat(['SECRET<NAME', line2])).toBeNull();
    expect(() => parseMrz(['SECRET<NAME', line2])).toThrow(new RangeError('2 lines of 11, 30 characters are no MRZ'));
    expect(() => parseMrz('')).toThrow(RangeError);
  });

  it('a character of no MRZ is refused by position', () => {
    expect(() => parseMrz([line1, line2, line3.replace('ANNA', 'ANNÄ')])).toThrow(
      new RangeError('line 3: the character at position 14 does not belong in an MRZ'),
    );
  });
});

describe('a document number that overflows', () => {
  const input = { ...SPECIMENS[0]!.fields, format: 'TD1' as const };

  it('leaves room for other optional data behind it', () => {
    const lines = formatMrz({ ...input, documentNumber: '592167423712', optionalData: 'AB1' });
    expect(lines[0]!.slice(5, 30)).toMatch(/^592167423<712\d<AB1<{7}$/);
    expect(parseMrz(lines).fields).toMatchObject({ documentNumber: '592167423712', optionalData: 'AB1' });
  });

  it('has its check digit where it ends, covering both parts', () => {
    const mrz = parseMrz(SPECIMENS[1]!.lines);
    expect(mrz.checkDigits[0]).toMatchObject({
      check: 'documentNumber',
      line: 1,
      position: 19,
      covers: [
        [1, 6, 14],
        [1, 16, 18],
      ],
      found: '9',
      valid: true,
    });
  });

  it('is none where the number is short or the place of the check digit is taken', () => {
    const lines = formatMrz({ ...input, optionalData: '7349' });
    expect(parseMrz(lines).fields).toMatchObject({ documentNumber: 'D23145890', optionalData: '7349' });
  });
});

describe('any MRZ', () => {
  it('that is written is read back as it was', () => {
    fc.assert(
      fc.property(arbitraryMrz(), (input) => {
        const lines = formatMrz(input);
        const { lineCount, lineLength } = FORMATS[input.format];
        expect(lines.map((line) => line.length)).toEqual(Array(lineCount).fill(lineLength));
        const { format, fields, valid } = parseMrz(lines);
        expect({ format, ...fields }).toEqual({ ...input, nameTruncated: false });
        expect(valid).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with one wrong symbol under a check digit is noticed, unless the two symbols have the same value modulo 10', () => {
    const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
    const value = (symbol: string) => (symbol === '<' ? 0 : symbols.indexOf(symbol) % 10);
    fc.assert(
      fc.property(arbitraryMrz(), fc.nat(), fc.constantFrom(...symbols), (input, pick, symbol) => {
        const lines = formatMrz(input);
        const places = parseMrz(lines).checkDigits.flatMap(({ covers, line, position }) =>
          [...covers, [line, position, position] as const].flatMap(([at, from, to]) =>
            Array.from({ length: to - from + 1 }, (_, index) => [at, from + index] as const),
          ),
        );
        const [line, position] = places[pick % places.length]!;
        const before = lines[line - 1]!;
        fc.pre(value(before[position - 1]!) !== value(symbol));
        fc.pre(detectFormat(lines) === input.format);
        const after = [...lines];
        after[line - 1] = before.slice(0, position - 1) + symbol + before.slice(position);
        fc.pre(detectFormat(after) === input.format);
        const checks = parseMrz(after).checkDigits;
        expect(checks.some(({ valid }) => !valid)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read as another reader reads it', () => {
    const names = { TD1: 'TD1', TD2: 'TD2', TD3: 'TD3', FRA_ID: 'FRENCH_NATIONAL_ID' } as const;
    const sexes = { F: 'female', M: 'male', X: 'nonspecified' } as const;
    fc.assert(
      fc.property(arbitraryMrz(['TD1', 'TD2', 'TD3', 'FRA_ID']), (input) => {
        // The other reader does not know numbers in TD2 that overflow.
        fc.pre(input.format !== 'TD2' || input.documentNumber.length <= 9);
        const lines = formatMrz(input);
        const { fields } = parseMrz(lines);
        const other = parseElsewhere(lines, { autocorrect: false });
        expect(other.format).toBe(names[input.format as keyof typeof names]);
        const wrongDigits = other.details.filter(({ field, valid }) => field?.endsWith('CheckDigit') && !valid);
        expect(wrongDigits).toEqual([]);
        expect(other.fields.lastName).toBe(fields.primaryIdentifier);
        expect(other.fields.firstName?.replace(/ +/g, ' ')).toBe(fields.secondaryIdentifier);
        expect(other.fields.birthDate).toBe(fields.birthDate);
        if (input.format !== 'FRA_ID') {
          expect(other.fields.documentNumber).toBe(fields.documentNumber);
          expect(other.fields.nationality?.replace(/<+$/, '')).toBe(fields.nationality);
          expect(other.fields.expirationDate).toBe(fields.expiryDate);
        }
        expect(other.fields.sex).toBe(sexes[fields.sex]);
      }),
      { numRuns: 1_000 },
    );
  });
});
