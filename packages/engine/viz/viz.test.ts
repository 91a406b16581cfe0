import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { printedLine } from '../../../tests/fixtures/engine/good-readings.ts';
import { compareField } from './compare-with-mrz.ts';
import { KIND_WORDS, STATE_NAMES, titleIn } from './document-titles.ts';
import { FIELD_LABELS } from './field-labels.ts';
import { boxesIn, stripsOf } from './find-text.ts';
import { datesIn, distanceInside, editDistance, folded, isInside, plain } from './normalise-text.ts';
import { pairByLabels, pairByNumbers } from './pair-fields.ts';
import { decodeLine } from './recognise-line.ts';

describe('dates in the VIZ', () => {
  test.each([
    ['17.03.1984', ['1984-03-17']],
    ['17 03 1984', ['1984-03-17']],
    ['12/08/1974', ['1974-08-12']],
    ['1984-03-17', ['1984-03-17']],
    ['12 MAR/MARS 1984', ['1984-03-12']],
    ['05 MÄRZ 1984', ['1984-03-05']],
    ['01 DEZ 2030', ['2030-12-01']],
    ['01.01.2020-31.12.2029', ['2020-01-01', '2029-12-31']],
    ['31.02.1984', []],
    ['T22000129', []],
    ['17.03.84', []],
  ])('%s is %j', (text, days) => {
    expect(datesIn(text)).toEqual(days);
  });
});

describe('text without marks', () => {
  it('is the same for every way to write an umlaut', () => {
    expect(new Set(['Müller-Lüdenscheid', 'MUELLER LUEDENSCHEID', 'MULLER-LUDENSCHEID'].map(folded)).size).toBe(1);
    expect(folded('Größmann')).toBe(folded('GROESSMANN'));
    expect(plain('Łódź, ul. Ørsted 3')).toBe('LODZULORSTED3');
  });

  it('is found with no more edits inside a text than in the whole of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 20 }), (sought, text) => {
        expect(distanceInside(sought, text)).toBeLessThanOrEqual(editDistance(sought, text));
        expect(distanceInside(sought, `${text}${sought}${text}`)).toBe(0);
      }),
    );
  });

  it('is inside a text after as many edits as its distance, and not after fewer', () => {
    const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.nat({ max: 3 }), (sought, text, edits) => {
        expect(isInside(sought, text, edits)).toBe(distanceInside(sought, text) <= edits);
      }),
    );
  });
});

describe('labels and values', () => {
  it.each(FIELD_LABELS)('the label %s gives the field %s', (label, field) => {
    const value = /Date$/.test(field) ? '17.03.1984' : 'X1';
    const paired = pairByLabels([printedLine(label, 0.1), printedLine(value, 0.14)]);
    expect(Object.keys(paired)).toEqual([field]);
  });

  it('a value too far below, or beginning elsewhere, belongs to another label', () => {
    expect(pairByLabels([printedLine('Surname', 0.1), printedLine('MEIER', 0.3)])).toEqual({});
    const aside = printedLine('MEIER', 0.14, { box: [0.6, 0.14, 0.8, 0.17] });
    expect(pairByLabels([printedLine('Surname', 0.1), aside])).toEqual({});
  });

  it('a misread label is still one, and a label is no value', () => {
    const lines = [printedLine('Vormamen/Givennames', 0.1), printedLine('ANNE', 0.14)];
    expect(pairByLabels(lines).secondaryIdentifier?.value).toBe('ANNE');
    expect(pairByLabels([printedLine('Surname', 0.1), printedLine('Given names', 0.14)])).toEqual({});
  });

  it('a number of a driving licence may stand apart from its value', () => {
    const number = printedLine('4b.', 0.5, { box: [0.3, 0.5, 0.33, 0.53] });
    const value = printedLine('26.05.2033', 0.5, { box: [0.35, 0.5, 0.55, 0.53] });
    expect(pairByNumbers([number, value]).expiryDate?.value).toBe('2033-05-26');
  });

  it('a driving licence whose numbers were not read tells by its order', () => {
    const lines = ['FÜHRERSCHEIN 2013', 'MEIER', 'ANNE MARIE', '17.03.1984', '27.05.2023', '26.05.2033'];
    const paired = pairByNumbers(lines.map((text, row) => printedLine(text, row * 0.1)));
    expect(Object.fromEntries(Object.entries(paired).map(([field, { value }]) => [field, value]))).toEqual({
      primaryIdentifier: 'MEIER',
      secondaryIdentifier: 'ANNE MARIE',
      birthDate: '1984-03-17',
      issueDate: '2023-05-27',
      expiryDate: '2033-05-26',
    });
    expect(pairByNumbers(lines.slice(0, 4).map((text, row) => printedLine(text, row * 0.1)))).toEqual({});
  });
});

describe('titles', () => {
  const titled = (...lines: string[]) => titleIn(lines.map((line, row) => printedLine(line, row * 0.1)));

  it.each(KIND_WORDS)('the word %s titles a %s', (word, kind) => {
    expect(titled(word)).toMatchObject({ kind, issuingState: null });
  });

  it.each(STATE_NAMES)('the name %s is the State %s', (name, issuingState) => {
    expect(titled(`${name} PASSPORT`)).toMatchObject({ kind: 'passport', issuingState });
  });

  it('a visa names the passport in a field, and a long word may be misread', () => {
    expect(titled('VISA', 'Passport No.')?.kind).toBe('visa');
    expect(titled('AUFENTHALTSTITFL')?.kind).toBe('residence_permit');
    expect(titled('BUNDESREPUBLIK DEUTSCHLAND', 'MEIER')).toBeNull();
  });
});

describe('a field of the MRZ in the VIZ', () => {
  const clear = (confidence: number) => confidence >= 0.9;
  const compare = (field: Parameters<typeof compareField>[0], expected: string, ...texts: string[]) => {
    const lines = texts.map((text, row) => printedLine(text, row * 0.045));
    return compareField(field, expected, lines, pairByLabels(lines), clear).agreement;
  };

  test.each([
    ['primaryIdentifier', 'MUELLER LUEDENSCHEID', ['MÜLLER-LÜDENSCHEID'], 'confirmed'],
    ['primaryIdentifier', 'GROESSMANN', ['GROSSMAMN'], 'confirmed'],
    ['primaryIdentifier', 'GROESSMANN', ['Surname', 'WOLFERSDORF'], 'contradicted'],
    ['primaryIdentifier', 'MEIER', ['Surname', 'MEI'], 'doubtful'],
    ['secondaryIdentifier', 'ANNE MARIE', ['ANNE', 'MARIE'], 'confirmed'],
    ['secondaryIdentifier', 'ANNE MARIE', ['ANNE'], 'not_found'],
    ['documentNumber', 'C01X00T47', ['No. CO1XOOT47'], 'confirmed'],
    ['documentNumber', 'C01X00T47', ['Passport No.', 'C01X00T57'], 'doubtful'],
    ['documentNumber', 'C01X00T47', ['Passport No.', 'K93P77M22'], 'contradicted'],
    ['birthDate', '1984-03-17', ['17 MAR/MARS 84'], 'confirmed'],
    ['birthDate', '1984-03-17', ['Date of birth', '17.03.1994'], 'contradicted'],
    ['expiryDate', '2033-05-26', ['Date of expiry'], 'not_found'],
  ] as const)('%s %s beside %j is %s', (field, expected, texts, agreement) => {
    expect(compare(field, expected, ...texts)).toBe(agreement);
  });
});

test('islands of a map become boxes in reading order, specks do not', () => {
  const [width, height] = [64, 32];
  const map = new Float32Array(width * height);
  const fill = (left: number, top: number, right: number, bottom: number, value: number) => {
    for (let y = top; y < bottom; y++) map.fill(value, y * width + left, y * width + right);
  };
  fill(4, 20, 30, 26, 0.9);
  fill(40, 4, 60, 10, 0.9);
  fill(2, 2, 4, 4, 0.9);
  fill(4, 8, 20, 14, 0.4);
  expect(boxesIn(map, width, height).map(({ left, top }) => [Math.round(left), Math.round(top)])).toEqual([
    [36, 0],
    [0, 16],
  ]);
});

test('a character that goes on is one, a gap between makes two, and what no document prints is passed over', () => {
  const alphabet = ['', 'A', 'B', ''];
  const steps = [1, 1, 0, 1, 3, 2, 0];
  const probabilities = Float32Array.from(steps.flatMap((best) => [0, 1, 2, 3].map((i) => (i === best ? 0.91 : 0.03))));
  const line = decodeLine(probabilities, 4, alphabet);
  expect(line?.text).toBe('AAB');
  expect(line?.confidence).toBeCloseTo(0.91);
  expect(decodeLine(Float32Array.from([0.9, 0.1, 0, 0]), 4, alphabet)).toBeNull();
});

test('a tall page is looked at in strips that answer for every row once, and never at their own edge', () => {
  expect(stripsOf(320)).toEqual([{ top: 0, bottom: 320, from: 0, to: 320 }]);
  for (let height = 32; height <= 1600; height += 32) {
    const strips = stripsOf(height);
    expect(strips.map(({ from }) => from)).toEqual([0, ...strips.slice(0, -1).map(({ to }) => to)]);
    expect(strips.at(-1)!.to).toBe(height);
    for (const { top, bottom, from, to } of strips) {
      expect((bottom - top) % 32).toBe(0);
      expect(from - top).toBeGreaterThanOrEqual(from === 0 ? 0 : 32);
      expect(bottom - to).toBeGreaterThanOrEqual(to === height ? 0 : 32);
    }
  }
});
