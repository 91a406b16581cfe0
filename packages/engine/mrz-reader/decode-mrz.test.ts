import { FORMATS, formatMrz } from '@reident/mrz';
import { expect, test } from 'vitest';
import { decodeMrz, type MrzLikelihoods } from './decode-mrz.ts';
import { GLYPHS } from './glyph-network.ts';

const LINES = formatMrz({
  format: 'TD3',
  documentCode: 'P',
  issuingState: 'D',
  documentNumber: 'C01X00T47',
  primaryIdentifier: 'MUSTERMANN',
  secondaryIdentifier: 'ERIKA',
  nationality: 'D',
  birthDate: '640812',
  sex: 'F',
  expiryDate: '271031',
});
const SHAPE = { rows: 2, columns: 44 };

test('certain characters are read as they are', () => {
  expect(decodeMrz(seen(LINES), SHAPE)).toMatchObject({ format: 'TD3', lines: LINES, valid: true, repaired: 0 });
});

test('a letter seen where only a digit may stand is read as a digit', () => {
  const blurred = [LINES[0]!, withCharacter(LINES[1]!, 13, 'G')];
  const decoded = decodeMrz(seen(blurred, [[1, 13, '6', 0.2]]), SHAPE);
  expect(decoded).toMatchObject({ lines: LINES, repaired: 0 });
});

test('one doubtful character may be exchanged when that makes every check digit fit, and the reading says so', () => {
  const blurred = [LINES[0]!, withCharacter(LINES[1]!, 1, '8')];
  const decoded = decodeMrz(seen(blurred, [[1, 1, '0', 0.3]]), SHAPE);
  expect(decoded).toMatchObject({ lines: LINES, valid: true, repaired: 1 });
  expect(decoded!.confidence).toBeLessThan(-1);
});

test('two wrong characters are never exchanged', () => {
  const blurred = [LINES[0]!, withCharacter(withCharacter(LINES[1]!, 1, '8'), 5, '8')];
  const decoded = decodeMrz(
    seen(blurred, [
      [1, 1, '0', 0.3],
      [1, 5, '0', 0.3],
    ]),
    SHAPE,
  );
  expect(decoded).toMatchObject({ lines: blurred, valid: false, repaired: 0 });
});

test('a character that was clearly seen is not exchanged, whatever the check digit says', () => {
  const altered = [LINES[0]!, withCharacter(LINES[1]!, 1, '8')];
  expect(decodeMrz(seen(altered), SHAPE)).toMatchObject({ lines: altered, valid: false, repaired: 0 });
});

test('a letter that many States leave out of their numbers loses against the digit it resembles, unless it was clearly seen', () => {
  const number = (character: string) => [LINES[0]!, withCharacter(LINES[1]!, 1, character)];
  expect(decodeMrz(seen(number('O'), [[1, 1, '0', 0.35]]), SHAPE)!.lines[1]![1]).toBe('0');
  expect(decodeMrz(seen(number('O')), SHAPE)!.lines[1]![1]).toBe('O');
});

test('what no check digit tells apart must be clearly likelier than its rival', () => {
  const mrz = formatMrz({
    format: 'TD3',
    documentCode: 'P',
    issuingState: 'D',
    documentNumber: 'C0SX00T47',
    primaryIdentifier: 'MUSTERMANN',
    secondaryIdentifier: 'ERIKA',
    nationality: 'D',
    birthDate: '640812',
    sex: 'F',
    expiryDate: '271031',
  });
  const inName = decodeMrz(seen(LINES, [[0, 5, 'N', 0.4]]), SHAPE)!;
  const weighingTheSame = decodeMrz(seen(mrz, [[1, 2, '8', 0.4]]), SHAPE)!;
  const told = decodeMrz(seen(LINES, [[1, 8, '1', 0.4]]), SHAPE)!;
  expect(inName.confidence).toBeLessThan(-1.5);
  expect(weighingTheSame).toMatchObject({ lines: mrz, valid: true });
  expect(weighingTheSame.confidence).toBeLessThan(-1.5);
  expect(told).toMatchObject({ lines: LINES, valid: true });
  expect(told.confidence).toBeGreaterThan(-1.5);
});

test('two doubts that cancel each other out before the check digits make a rival too', () => {
  const mrz = formatMrz({
    format: 'TD3',
    documentCode: 'P',
    issuingState: 'POL',
    documentNumber: 'L0G068JXY',
    primaryIdentifier: 'SOERENSEN',
    secondaryIdentifier: 'ANNA',
    nationality: 'POL',
    birthDate: '900912',
    sex: 'F',
    expiryDate: '301218',
  });
  const decoded = decodeMrz(
    seen(mrz, [
      [1, 1, 'O', 0.8],
      [1, 3, 'O', 0.8],
    ]),
    SHAPE,
  )!;
  expect(decoded.confidence).toBeLessThan(-1.5);
});

test('a State that does not exist costs all confidence', () => {
  const altered = [withCharacter(LINES[0]!, 3, 'Q'), LINES[1]!];
  expect(decodeMrz(seen(altered), SHAPE)!.confidence).toBeLessThan(-5);
});

test('what begins like no format of its shape is no MRZ', () => {
  expect(decodeMrz(seen(LINES.map((line) => `X${line.slice(1)}`)), SHAPE)).toBeNull();
});

test('the lines of every format decode as that format', () => {
  for (const [format, { lineCount, lineLength }] of Object.entries(FORMATS)) {
    const lines = formatMrz({
      format: format as keyof typeof FORMATS,
      documentCode: { TD1: 'ID', TD2: 'I', TD3: 'P', MRV_A: 'V', MRV_B: 'V', FRA_ID: 'ID' }[format]!,
      issuingState: 'FRA',
      documentNumber: '880692310285',
      primaryIdentifier: 'BERTHIER',
      secondaryIdentifier: 'CORINNE',
      nationality: 'FRA',
      birthDate: '651206',
      sex: 'F',
      expiryDate: '301206',
      ...(format.startsWith('MRV') || format === 'TD3' ? { documentNumber: '880692310' } : {}),
    });
    expect(decodeMrz(seen(lines), { rows: lineCount, columns: lineLength })).toMatchObject({
      format,
      lines,
      valid: true,
    });
  }
});

/** Likelihoods of cells that show these characters; a doubt is another character and its share. */
function seen(
  lines: readonly string[],
  doubts: readonly (readonly [number, number, string, number])[] = [],
): MrzLikelihoods {
  return lines.map((line, row) =>
    [...line].map((character, column) => {
      const cell = new Float32Array(GLYPHS.length).fill(1e-6);
      cell[GLYPHS.indexOf(character)] = 1;
      for (const [doubtRow, doubtColumn, other, share] of doubts) {
        if (doubtRow !== row || doubtColumn !== column) continue;
        cell[GLYPHS.indexOf(character)] = 1 - share;
        cell[GLYPHS.indexOf(other)] = share;
      }
      return cell.map(Math.log);
    }),
  );
}

function withCharacter(line: string, column: number, character: string): string {
  return line.slice(0, column) + character + line.slice(column + 1);
}
