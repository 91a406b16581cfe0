import { expect, it } from 'vitest';
import { TryCounter } from './count-tries.ts';

it('hears ten bad tries within a minute, then none until the minute is over [API-1]', () => {
  const counter = new TryCounter(10);
  for (let n = 0; n < 10; n += 1) {
    expect(counter.waitSeconds('client', 1000 * n)).toBe(0);
    counter.failed('client', 1000 * n);
  }
  expect(counter.waitSeconds('client', 10_000)).toBe(50);
  expect(counter.waitSeconds('client', 60_000)).toBe(0);
});

it('does not let one client pay for the tries of another', () => {
  const counter = new TryCounter(1);
  counter.failed('guesser', 0);
  expect(counter.waitSeconds('guesser', 1)).toBe(60);
  expect(counter.waitSeconds('bystander', 1)).toBe(0);
});

it('starts a new minute after a quiet one', () => {
  const counter = new TryCounter(2);
  counter.failed('client', 0);
  counter.failed('client', 70_000);
  expect(counter.waitSeconds('client', 70_001)).toBe(0);
});
