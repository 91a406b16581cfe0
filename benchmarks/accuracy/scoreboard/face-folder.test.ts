import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { curveOf, openTally } from './face-curve.ts';
import { accuracyByFolds, parsePairs, photographsIn } from './face-folder.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reident-face-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('photographs lie in the folder, or in one for each person as LFW has it; other files are left alone', () => {
  mkdirSync(path.join(folder, 'Ben_Able'));
  for (const name of ['anna_1.jpg', 'anna_2.PNG', 'notes.txt', 'Ben_Able/Ben_Able_0001.jpg', 'Ben_Able/list_1.csv'])
    writeFileSync(path.join(folder, name), '');
  expect(photographsIn(folder).map(({ person, number }) => [person, number])).toEqual([
    ['Ben_Able', 1],
    ['anna', 1],
    ['anna', 2],
  ]);
});

test('pairs.txt names folds of pairs of one person and of two', () => {
  const pairs = parsePairs('2\t1\nAnna\t1\t2\nAnna\t1\tBen_Able\t1\nBen_Able\t3\t4\r\nCleo\t0002\tAnna\t1\n');
  expect(pairs).toEqual([
    { fold: 0, same: true, names: ['Anna 1', 'Anna 2'] },
    { fold: 0, same: false, names: ['Anna 1', 'Ben_Able 1'] },
    { fold: 1, same: true, names: ['Ben_Able 3', 'Ben_Able 4'] },
    { fold: 1, same: false, names: ['Cleo 2', 'Anna 1'] },
  ]);
  expect(() => parsePairs('Anna 1 2')).toThrow('how many pairs');
  expect(() => parsePairs('1 1\nAnna 1')).toThrow('line 2');
});

test('accuracy of a fold is measured with the threshold of the others', () => {
  const fold = (number: number, same: number[], other: number[]) => [
    ...same.map((distance) => ({ fold: number, same: true, distance })),
    ...other.map((distance) => ({ fold: number, same: false, distance })),
  ];
  // The second fold alone would be right at 1.2; the first one says 0.8, at which one of its four pairs is wrong.
  const accuracy = accuracyByFolds([...fold(0, [0.7, 0.8], [0.9, 1.3]), ...fold(1, [0.7, 1.2], [1.3, 1.4])]);
  expect(accuracy).toMatchObject({ folds: 2 });
  expect(accuracy!.mean).toBeCloseTo((0.75 + 0.75) / 2, 9);
  expect(accuracyByFolds(fold(0, [0.7], [1.3]))).toBeNull();
});

test('a curve counts pairs of two up to a threshold and pairs of one beyond it', () => {
  const curve = curveOf(openTally([0.7, 0.9, 0.95, 1.21]), openTally([0.9, 1.2, 1.3, 1.4, 1.45]), {
    method: 'made up',
    optimistic: true,
    people: 3,
  });
  const at = (threshold: number) => curve.points.find((point) => point.threshold === threshold);
  expect(at(0.89)).toMatchObject({ fmr: 0, fnmr: 0.75 });
  expect(at(0.9)).toMatchObject({ fmr: 0.2, fnmr: 0.5 });
  expect(at(1.2)).toMatchObject({ fmr: 0.4, fnmr: 0.25 });
  expect([curve.genuine, curve.impostor]).toEqual([4, 5]);
});

test('every threshold of the curve counts as the check compares, to the last digit', () => {
  for (let step = 60; step <= 150; step++) {
    const threshold = step / 100;
    const tally = openTally([threshold, threshold + 1e-9]);
    expect([tally.upTo(step - 1), tally.upTo(step), tally.upTo(step + 1)]).toEqual([0, 1, 2]);
  }
});

test('one of ten million pairs shows in the curve, with its bound', () => {
  const impostor = openTally();
  for (let i = 0; i < 1_000_000; i++) impostor.add(1.4);
  impostor.add(0.8);
  const { points } = curveOf(openTally([0.5]), impostor, { method: 'made up', optimistic: true, people: 2 });
  const { fmr, fmrUpper } = points.find(({ threshold }) => threshold === 0.8)!;
  expect(fmr).toBe(0.000001);
  // Exact for one hit: 5.57 over n.
  expect(fmrUpper).toBe(0.0000056);
});
