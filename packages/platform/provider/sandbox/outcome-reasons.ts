import { type IdentResult, PlatformError, REASONS, type Reason, type ReasonGroup } from '@reident/domain';

/** Which reasons a provider gives with a result, and which one the sandbox gives where the caller names none. */
// biome-ignore format: one row per line
export const OUTCOME_REASONS = {
  //                          reasons from these groups                                          when none is named
  SUCCESS:                   { groups: [],                                                       usual: null },
  SUCCESS_DATA_CHANGED:      { groups: [],                                                       usual: null },
  REVIEW_PENDING:            { groups: [],                                                       usual: null },
  CHECK_PENDING:             { groups: [],                                                       usual: null },
  ABORTED:                   { groups: ['ABORTED'],                                              usual: 'USER_CANCELLATION_IDENTIFY_LATER' },
  CANCELED:                  { groups: ['CANCELLED'],                                            usual: 'IDENT_OTHER' },
  FRAUD_SUSPICION_PENDING:   { groups: ['FRAUD_SUSPICION_CONFIRMED'],                            usual: null },
  FRAUD_SUSPICION_CONFIRMED: { groups: ['FRAUD_SUSPICION_CONFIRMED'],                            usual: 'WARNING_FRAUD_OTHER' },
  FAILED:                    { groups: ['FAILED', 'CANCELLED', 'FRAUD_SUSPICION_CONFIRMED'],     usual: 'OTHER_ERROR' },
} as const satisfies Record<IdentResult, { groups: readonly ReasonGroup[]; usual: Reason | null }>;

/**
 * The reason of an outcome that somebody orders in the sandbox: a provider never cancels without one, and never succeeds
 * with one.
 *
 * @throws PlatformError `invalid_model` when the reason does not belong to the result
 */
export function outcomeReason(result: IdentResult, reason: Reason | null): Reason | null {
  const row: { groups: readonly ReasonGroup[]; usual: Reason | null } = OUTCOME_REASONS[result];
  if (reason === null) return row.usual;
  if (row.groups.includes(REASONS[reason].group)) return reason;
  const message =
    row.groups.length === 0 ? 'must be left out with this result' : `must be of the group ${row.groups.join(' or ')}`;
  throw new PlatformError('invalid_model', `reason ${message}`, { field: 'reason', message });
}
