import type { Verdict } from '@reident/engine';
import type { IdentResult } from '@reident/identification';
import type { ReviewPolicy } from '@reident/store';

type VerdictResult = Verdict['result'];

/**
 * What becomes of the engine's verdict under each review policy.
 *
 * Under `always` a person decides everything: machine signals are advice [CON-4]. Software only ever suspects fraud, so
 * a suspicion waits for a person under every policy. What the engine cannot tell is never a success: where nobody is
 * to look (`never`), the identification is canceled and the customer may try again.
 */
// biome-ignore format: one row per line
export const RESULT_BY_POLICY = {
  //                        always                      on_suspicion                          never
  SUCCESS:                 { always: 'REVIEW_PENDING', on_suspicion: 'SUCCESS',                 never: 'SUCCESS' },
  CANCELED:                { always: 'REVIEW_PENDING', on_suspicion: 'CANCELED',                never: 'CANCELED' },
  FRAUD_SUSPICION_PENDING: { always: 'REVIEW_PENDING', on_suspicion: 'FRAUD_SUSPICION_PENDING', never: 'FRAUD_SUSPICION_PENDING' },
  REVIEW_PENDING:          { always: 'REVIEW_PENDING', on_suspicion: 'REVIEW_PENDING',          never: 'CANCELED' },
} as const satisfies Record<VerdictResult, Record<ReviewPolicy, IdentResult>>;

/** The result that goes to the partner after the engine's verdict, with the reason that belongs to it. */
export function resultUnderPolicy(
  verdict: Verdict,
  policy: ReviewPolicy,
): { result: IdentResult; reason: string | null } {
  const result = RESULT_BY_POLICY[verdict.result][policy];
  if (result === 'REVIEW_PENDING' || result === 'SUCCESS') return { result, reason: null };
  return { result, reason: verdict.reason ?? 'IDENT_CANNOT_BE_COMPLETED' };
}
