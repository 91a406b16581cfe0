import { expect, it } from 'vitest';
import { bar } from './batch.ts';

it.each([
  [10, 10, '[..............................] 0 of 10'],
  [10, 5, '[###############...............] 5 of 10'],
  [10, 0, '[##############################] 10 of 10'],
  [50_000, 1, '[#############################.] 49999 of 50000'],
  [0, 0, '[##############################] 0 of 0'],
])('of %i lines with %i waiting the bar is %s', (lines, waiting, shown) => {
  expect(bar({ lines, waiting })).toBe(shown);
});
