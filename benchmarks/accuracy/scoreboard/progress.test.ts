import { expect, test } from 'vitest';
import { showProgress } from './progress.ts';

test('says how far it has come every ten seconds, and how long the rest takes at the pace so far', () => {
  let now = 0;
  const said: string[] = [];
  const progress = showProgress(
    100,
    'photographs',
    (line) => said.push(line),
    () => now,
  );
  for (let i = 0; i < 20; i++) progress.next(false);
  for (let i = 0; i < 5; i++) {
    now += 3000;
    progress.next();
  }
  expect(said).toEqual(['24 of 100 photographs (24 %), about 4 minutes left']);
});

test('the last one is always said', () => {
  const said: string[] = [];
  showProgress(
    1,
    'cases',
    (line) => said.push(line),
    () => 0,
  ).next();
  expect(said).toEqual(['1 of 1 cases (100 %)']);
});
