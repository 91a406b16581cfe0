import { REASONS, type Reason } from '@reident/domain';
import type { Verdict } from '@reident/engine';
import { describe, expect, it } from 'vitest';
import { RESULT_BY_POLICY, resultUnderPolicy } from './review-policy.ts';

const VERDICTS = ['SUCCESS', 'CANCELED', 'FRAUD_SUSPICION_PENDING', 'REVIEW_PENDING'] as const;
const POLICIES = ['always', 'on_suspicion', 'never'] as const;
const verdict = (result: (typeof VERDICTS)[number], reason: Reason | null = null): Verdict => ({
  result,
  reason,
  because: [],
});

describe('the review policy', () => {
  it.each(VERDICTS)('under `always` a person decides also after the verdict %s [CON-4]', (result) => {
    expect(resultUnderPolicy(verdict(result, 'ID_BLURRY'), 'always')).toEqual({
      result: 'REVIEW_PENDING',
      reason: null,
    });
  });

  it('software never confirms fraud, whatever the policy', () => {
    for (const row of Object.values(RESULT_BY_POLICY)) {
      for (const policy of POLICIES) expect(row[policy]).not.toBe('FRAUD_SUSPICION_CONFIRMED');
    }
  });

  it.each(POLICIES)('under `%s` only a success of the engine becomes a success', (policy) => {
    for (const result of VERDICTS) {
      const outcome = resultUnderPolicy(verdict(result, 'ID_BLURRY'), policy);
      if (outcome.result === 'SUCCESS') expect(result).toBe('SUCCESS');
    }
  });

  it('a cancellation always carries a published reason of its group', () => {
    for (const result of VERDICTS) {
      const outcome = resultUnderPolicy(verdict(result, result === 'CANCELED' ? 'ID_EXPIRED' : null), 'never');
      if (outcome.result === 'CANCELED')
        expect(REASONS[outcome.reason as keyof typeof REASONS].group).toBe('CANCELLED');
    }
  });
});
