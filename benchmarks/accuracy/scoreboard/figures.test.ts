import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import type { MeasuredZone } from './measure-zone.ts';

function photo(change: Partial<MeasuredZone>): MeasuredZone {
  return {
    level: 'glare',
    seed: 'test',
    index: 0,
    exact: true,
    accepted: true,
    legible: true,
    retake: null,
    print: {},
    cpuSeconds: 1,
    ...change,
  };
}

function countOf(photos: readonly MeasuredZone[], id: string): string | undefined {
  const figure = figuresOf([], photos).find((one) => one.id === id);
  return figure && `${figure.hits}/${figure.n}`;
}

test('a photo in which a reflection erased a symbol counts as not exact, and is left out only where that is said', () => {
  const photos = [photo({}), photo({ exact: false, accepted: false, legible: false })];
  expect(countOf(photos, 'zone.exact.glare')).toBe('1/2');
  expect(countOf(photos, 'zone.legible.glare')).toBe('1/1');
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
  expect(countOf(photos, 'zone.retake.glare')).toBe('2/4');
});

test('a zone that was accepted and read wrongly counts against the engine, at the second photo too', () => {
  const photos = [
    photo({}),
    photo({ exact: false }),
    photo({ exact: false, accepted: false, retake: { exact: false, accepted: true } }),
  ];
  expect(countOf(photos, 'zone.wrong.glare')).toBe('2/3');
  expect(countOf(photos, 'mrz.accepted_wrong')).toBe('2/3');
});

test('clean photos are counted apart from degraded ones', () => {
  const photos = [photo({ level: 'clean' }), photo({ exact: false })];
  expect(countOf(photos, 'mrz.clean')).toBe('1/1');
  expect(countOf(photos, 'mrz.degraded')).toBe('0/1');
});

test('print is counted by field and by level, and only where the field is printed', () => {
  const photos = [photo({ print: { lastName: true, birthDate: false } }), photo({ print: { lastName: true } })];
  expect(countOf(photos, 'print.field.lastName')).toBe('2/2');
  expect(countOf(photos, 'print.field.birthDate')).toBe('0/1');
  expect(countOf(photos, 'print.level.glare')).toBe('2/3');
});
