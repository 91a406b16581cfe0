import { expect, test } from 'vitest';
import type { AnnotatedPicture } from './annotation.ts';
import { reached } from './figures.ts';
import { fingerprintOf, type MeasuredPicture, truthsOf } from './measure-picture.ts';
import { photographFigures } from './photograph-figures.ts';

function measured(change: Partial<MeasuredPicture>): MeasuredPicture {
  return {
    key: 'a.jpg',
    group: 'utopia_passport',
    document: 'one',
    kind: 'original',
    mrz: null,
    viz: {},
    advice: null,
    doubts: [],
    cpuSeconds: 1,
    ...change,
  };
}

const read = (text: string, sure = true, accepted = true) => ({ fingerprint: fingerprintOf([text]), sure, accepted });

function countOf(pictures: readonly MeasuredPicture[], id: string, noted: readonly AnnotatedPicture[] = []) {
  const figure = photographFigures(pictures, truthsOf(noted, pictures)).find((one) => one.id === id);
  return figure && `${figure.hits}/${figure.n}`;
}

test('what was not noted counts by the sure reading of the same paper that was seen most often', () => {
  const pictures = [
    measured({ mrz: read('RIGHT') }),
    measured({ mrz: read('RIGHT') }),
    measured({ mrz: read('WRONG') }),
    measured({ mrz: read('WRONG', false) }),
    measured({ mrz: null }),
  ];
  expect(countOf(pictures, 'mrz.exact')).toBe('2/5');
  expect(countOf(pictures, 'mrz.accepted_wrong')).toBe('2/4');
  expect(countOf(pictures, 'mrz.truth_noted')).toBe('0/5');
});

test('two readings that were seen equally often, or one that was seen once, settle nothing', () => {
  expect(countOf([measured({ mrz: read('A') })], 'mrz.exact')).toBeUndefined();
  expect(countOf([measured({ mrz: read('A') }), measured({ mrz: read('B') })], 'mrz.exact')).toBeUndefined();
});

test('what people noted goes before what was read most often', () => {
  const pictures = [measured({ mrz: read('WRONG') }), measured({ mrz: read('WRONG') })];
  const noted = { document: 'one', lines: ['RIGHT'] } as unknown as AnnotatedPicture;
  expect(countOf(pictures, 'mrz.accepted_wrong', [noted])).toBe('2/2');
});

test('an outline that was not found is not within the goal, and pictures without corners are not counted', () => {
  const pictures = [measured({ outlineError: 0.05 }), measured({ outlineError: null }), measured({})];
  expect(countOf(pictures, 'outline')).toBe('1/2');
});

test('copies count as noticed by the checks for copies alone, and only originals as doubted', () => {
  const pictures = [
    measured({ kind: 'grey_copy', doubts: ['document-not-a-copy'] }),
    measured({ kind: 'grey_copy', doubts: ['portrait-not-replaced'] }),
    measured({ doubts: ['portrait-not-replaced'] }),
    measured({ kind: 'specimen' }),
  ];
  expect(countOf(pictures, 'noticed.grey_copy')).toBe('1/2');
  expect(countOf(pictures, 'genuine.doubted')).toBe('1/2');
});

test('a goal is reached where the whole interval lies on its right side, and open where the share alone does', () => {
  expect(reached({ hits: 15, n: 15, better: 'more' }, 0.99)).toBe('open');
  expect(reached({ hits: 400, n: 400, better: 'more' }, 0.99)).toBe('yes');
  expect(reached({ hits: 90, n: 100, better: 'more' }, 0.95)).toBe('no');
  expect(reached({ hits: 0, n: 20, better: 'less' }, 0.01)).toBe('open');
  expect(reached({ hits: 0, n: 0, better: 'less' }, 0.01)).toBeNull();
});
