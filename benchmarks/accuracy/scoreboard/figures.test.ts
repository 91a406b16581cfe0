import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import type { MeasuredMrz } from './measure-mrz.ts';

function photo(change: Partial<MeasuredMrz>): MeasuredMrz {
  return {
    level: 'glare',
    seed: 'test',
    index: 0,
    exact: true,
    accepted: true,
    legible: true,
    retake: null,
    viz: {},
    cpuSeconds: 1,
    ...change,
  };
}

function countOf(photos: readonly MeasuredMrz[], id: string): string | undefined {
  const figure = figuresOf([], photos).find((one) => one.id === id);
  return figure && `${figure.hits}/${figure.n}`;
}

test('a photo in which a reflection erased a symbol counts as not exact, and is left out only where that is said', () => {
  const photos = [photo({}), photo({ exact: false, accepted: false, legible: false })];
  expect(countOf(photos, 'mrz.exact.glare')).toBe('1/2');
  expect(countOf(photos, 'mrz.legible.glare')).toBe('1/1');
  expect(countOf(photos, 'mrz.degraded')).toBe('1/1');
});

test('a retake counts when one of the two photos was accepted and is exact', () => {
  const refused = { exact: false, accepted: false } as const;
  const photos = [
    photo({}),
    photo({ ...refused, retake: { exact: true, accepted: true } }),
    photo({ ...refused, retake: { exact: true, accepted: false } }),
    photo({ exact: true, accepted: false, retake: { ...refused } }),
  ];
  expect(countOf(photos, 'mrz.retake.glare')).toBe('2/4');
});

test('an MRZ that was accepted and read wrongly counts against the engine, at the second photo too', () => {
  const photos = [
    photo({}),
    photo({ exact: false }),
    photo({ exact: false, accepted: false, retake: { exact: false, accepted: true } }),
  ];
  expect(countOf(photos, 'mrz.wrong.glare')).toBe('2/3');
  expect(countOf(photos, 'mrz.accepted_wrong')).toBe('2/3');
});

test('clean photos are counted apart from degraded ones', () => {
  const photos = [photo({ level: 'clean' }), photo({ exact: false })];
  expect(countOf(photos, 'mrz.clean')).toBe('1/1');
  expect(countOf(photos, 'mrz.degraded')).toBe('0/1');
});

test('VIZ text is counted by field and by level, and only where the field is printed', () => {
  const photos = [photo({ viz: { lastName: true, birthDate: false } }), photo({ viz: { lastName: true } })];
  expect(countOf(photos, 'viz.field.lastName')).toBe('2/2');
  expect(countOf(photos, 'viz.field.birthDate')).toBe('0/1');
  expect(countOf(photos, 'viz.level.glare')).toBe('2/3');
});
