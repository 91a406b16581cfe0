import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayBeforeAttempt, MAX_ATTEMPTS, RETRY_SCHEDULE } from './webhook-retry-schedule.ts';

describe('the retry schedule [WH-5]', () => {
  it('waits 5.53 s before the second attempt and 1.561 times as long before each further one', () => {
    expect(delayBeforeAttempt(1)).toBe(0);
    expect(delayBeforeAttempt(2)).toBe(5.53);
    for (let attempt = 3; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(delayBeforeAttempt(attempt)! / delayBeforeAttempt(attempt - 1)!).toBeCloseTo(1.561, 9);
    }
  });

  it('knows 25 attempts and none beyond', () => {
    expect(RETRY_SCHEDULE).toHaveLength(25);
    expect(delayBeforeAttempt(26)).toBeNull();
    expect(delayBeforeAttempt(0)).toBeNull();
  });

  it('gives up after about five days: 10,000 runs with jitter stay within ten percent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 24, maxLength: 24 }),
        (draws) => {
          let total = 0;
          RETRY_SCHEDULE.slice(1).forEach(({ attempt, waitSeconds }, index) => {
            const wait = delayBeforeAttempt(attempt, { random: () => draws[index]! })!;
            if (Math.abs(wait / waitSeconds - 1) > 0.1 + 1e-9)
              throw new Error(`attempt ${attempt} is outside ten percent`);
            total += wait;
          });
          expect(Math.abs(total / 432_000 - 1)).toBeLessThan(0.11);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('grants a receiver between one and two times the plain wait', () => {
    expect(delayBeforeAttempt(2, { retryAfterSeconds: 8 })).toBe(8);
    expect(delayBeforeAttempt(2, { retryAfterSeconds: 0 })).toBe(5.53);
    expect(delayBeforeAttempt(2, { retryAfterSeconds: 3600 })).toBe(11.06);
    expect(delayBeforeAttempt(2, { retryAfterSeconds: Number.NaN })).toBe(5.53);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: MAX_ATTEMPTS }),
        fc.double({ noNaN: true }),
        (attempt, retryAfterSeconds) => {
          const plain = delayBeforeAttempt(attempt)!;
          const wait = delayBeforeAttempt(attempt, { retryAfterSeconds, random: Math.random })!;
          expect(wait).toBeGreaterThanOrEqual(plain);
          expect(wait).toBeLessThanOrEqual(2 * plain);
        },
      ),
    );
  });
});
