import { MAX_ATTEMPTS, RETRY_SCHEDULE } from '@reident/domain';
import { describe, expect, it } from 'vitest';
import { effectOf, nextStep, parseRetryAfter } from './answers.ts';

const middle = () => 0.5;

describe("the receiver's answer", () => {
  it.each([
    [200, 'delivered'],
    [202, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [410, 'subscription_cancelled'],
    [422, 'rejected'],
    [199, 'retry'],
    [300, 'retry'],
    [301, 'retry'],
    [308, 'retry'],
    [400, 'retry'],
    [401, 'retry'],
    [404, 'retry'],
    [409, 'retry'],
    [411, 'retry'],
    [421, 'retry'],
    [423, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
    [599, 'retry'],
    [null, 'retry'],
  ])('%s means %s', (status, effect) => {
    expect(effectOf(status)).toBe(effect);
  });
});

describe('a delivery that is tried again [WH-5]', () => {
  const failed = { status: 500, retryAfterSeconds: null };

  it('waits 5.53 s × 1.561^(n−1) before attempt n + 1', () => {
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      const step = nextStep(attempt, failed, middle);
      expect(step).toEqual({ state: 'retry', afterSeconds: expect.closeTo(5.53 * 1.561 ** (attempt - 1), 6) });
    }
  });

  it('is exhausted after 25 attempts', () => {
    expect(nextStep(24, failed, middle).state).toBe('retry');
    expect(nextStep(25, failed, middle)).toEqual({ state: 'exhausted' });
  });

  it('is spread by ± 10 % and takes about five days in all, over 10,000 runs', () => {
    const fiveDays = 5 * 86_400;
    for (let run = 0; run < 10_000; run++) {
      let total = 0;
      for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
        const step = nextStep(attempt, failed, Math.random);
        const plain = RETRY_SCHEDULE[attempt]?.waitSeconds ?? Number.NaN;
        if (step.state !== 'retry') throw new Error(`attempt ${attempt} was the last`);
        if (step.afterSeconds < plain * 0.9 || step.afterSeconds > plain * 1.1) {
          throw new Error(`wait after attempt ${attempt} was ${step.afterSeconds} s`);
        }
        total += step.afterSeconds;
      }
      if (total < fiveDays * 0.9 || total > fiveDays * 1.1) throw new Error(`all waits took ${total} s`);
    }
  });

  it('waits as long as the receiver asks, but never less than planned and never more than twice that', () => {
    const waitAfterFive = RETRY_SCHEDULE[5]?.waitSeconds ?? Number.NaN;
    const asked = (retryAfterSeconds: number) => nextStep(5, { status: 503, retryAfterSeconds }, middle);
    expect(asked(0)).toEqual({ state: 'retry', afterSeconds: waitAfterFive });
    expect(asked(waitAfterFive * 1.5)).toEqual({ state: 'retry', afterSeconds: waitAfterFive * 1.5 });
    expect(asked(1e9)).toEqual({ state: 'retry', afterSeconds: waitAfterFive * 2 });
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-03-01T12:00:00Z');

  it.each([
    ['seconds', '120', 120],
    ['a date', 'Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['a date in the past', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['nonsense', 'soon', null],
    ['a negative number', '-5', null],
    ['nothing', null, null],
  ])('reads %s', (_what, header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
