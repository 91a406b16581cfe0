import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatReference, isWholeReference } from './reference.ts';

it.each([
  ['ts2-abcde', 'TS2-ABCDE', true],
  ['ts2abcde', 'TS2-ABCDE', true],
  [' RID K7M2Q-9XABC ', 'RID-K7M2Q9XABC', true],
  ['ts2', 'TS2', false],
  ['ts2a', 'TS2-A', false],
  ['ts2-abcdef', 'TS2-ABCDEF', false],
  ['', '', false],
])('%j is written %j', (typed, written, whole) => {
  expect(formatReference(typed)).toBe(written);
  expect(isWholeReference(written)).toBe(whole);
});

it('a reference that is written once stays as it is', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const written = formatReference(typed);
      expect(formatReference(written)).toBe(written);
    }),
  );
});
