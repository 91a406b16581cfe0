import { describe, expect, it } from 'vitest';
import { EVENT_BY_RESULT, eventFor, IDENT_RESULTS, isIdentResult } from './results.ts';
import { nextStatus } from './transitions.ts';

describe('results of a provider', () => {
  it('lead from pending to the statuses that were decided', () => {
    const ends = Object.fromEntries(
      IDENT_RESULTS.map((result) => [result, nextStatus('pending', EVENT_BY_RESULT[result])]),
    );
    expect(ends).toEqual({
      SUCCESS: 'successful',
      SUCCESS_DATA_CHANGED: 'successful',
      ABORTED: 'aborted',
      CANCELED: 'canceled',
      FRAUD_SUSPICION_PENDING: 'pending_failed',
      FRAUD_SUSPICION_CONFIRMED: 'canceled',
      FAILED: 'failed',
      REVIEW_PENDING: 'pending',
      CHECK_PENDING: 'pending',
    });
  });

  it('show a review as pending_successful only where the tenant wants it', () => {
    for (const result of ['REVIEW_PENDING', 'CHECK_PENDING'] as const) {
      expect(nextStatus('pending', eventFor(result, { showPendingSuccessful: true }))).toBe('pending_successful');
      expect(nextStatus('pending', eventFor(result, { showPendingSuccessful: false }))).toBe('pending');
    }
    expect(eventFor('SUCCESS', { showPendingSuccessful: true })).toBe('confirmed');
  });

  it('are not recognised in another spelling', () => {
    for (const result of ['CANCELLED', 'success', 'toString', '', null]) expect(isIdentResult(result)).toBe(false);
  });
});
