import { expect, test } from 'vitest';
import { letterOf } from './letter.ts';

const HOLDER = { firstName: 'Ida', lastName: 'Ng', street: 'Lange Reihe 9', postalCode: '20095', city: 'Hamburg' };

test('a letter is addressed to the holder, and to somebody elsewhere where the scenario is another name', async () => {
  const [one, again, other] = await Promise.all(
    (['clean', 'clean', 'other_name'] as const).map((scenario) => letterOf(scenario, 'test', '2026-06-15', HOLDER)),
  );
  expect(one!.truth.lines).toEqual(['Ida Ng', 'Lange Reihe 9', '20095 Hamburg']);
  expect(again!.jpeg.equals(one!.jpeg)).toBe(true);
  expect(other!.truth.lines[0]).toBe('Ole Quandt');
  expect(other!.truth.lines.slice(1)).not.toEqual(one!.truth.lines.slice(1));
});
