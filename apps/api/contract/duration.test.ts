import { expect, it } from 'vitest';
import { durationMs } from './duration.ts';

it.each([
  ['PT24H', 86_400_000],
  ['P14D', 14 * 86_400_000],
  ['P1W', 7 * 86_400_000],
  ['P1DT2H3M4S', 86_400_000 + 7_384_000],
  ['PT0S', 0],
])('%s lasts %i milliseconds', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

it.each(['', 'P', 'PT', 'P1DT', '24H', 'PT-1H', '-PT1H', 'P1Y', 'P1M', 'PT1.5H', 'pt1h'])(
  '%j is no duration',
  (text) => {
    expect(durationMs(text)).toBeNull();
  },
);
