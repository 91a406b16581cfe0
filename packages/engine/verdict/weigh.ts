import { REASONS, type Reason } from '@reident/domain';
import { CHECKS } from '../checks/catalogue.ts';
import type { Finding } from '../checks/definition/define-check.ts';

export interface Verdict {
  result: 'SUCCESS' | 'CANCELED' | 'FRAUD_SUSPICION_PENDING' | 'REVIEW_PENDING';
  /** The published code, for the two results that have one. */
  reason: Reason | null;
  /** Ids of the checks that decided; for a success all that passed. */
  because: string[];
}

/**
 * Weighs the findings. The first line that matches decides:
 *
 * ```
 * a check failed for a fraud reason                FRAUD_SUSPICION_PENDING, with that reason
 * a check of a fraud reason was inconclusive       REVIEW_PENDING
 * a check failed for a reason the user can mend    CANCELED, with that reason
 * another check was inconclusive                   REVIEW_PENDING
 * a check could not be asked, or is not there      REVIEW_PENDING
 * every check passed or did not apply              SUCCESS
 * ```
 *
 * Where several checks match one line, the first in the order of `CHECKS` gives the reason. Software only suspects fraud;
 * a specialist confirms it. A doubt about fraud goes before a reason to mend, so that a bad picture cannot hide it.
 */
export function weigh(findings: readonly Finding[]): Verdict {
  const byId = new Map(findings.map((finding) => [finding.check, finding]));
  const asked = CHECKS.flatMap(({ id }) => byId.get(id) ?? []);
  for (const [matches, result] of LINES) {
    const matching = asked.filter(matches);
    const [first] = matching;
    if (first)
      return {
        result,
        reason: result === 'REVIEW_PENDING' ? null : first.reason,
        because: matching.map(({ check }) => check),
      };
  }
  const unasked = CHECKS.filter(({ id }) => !byId.has(id) || byId.get(id)?.missing !== undefined).map(({ id }) => id);
  if (unasked.length > 0) return { result: 'REVIEW_PENDING', reason: null, because: unasked };
  return {
    result: 'SUCCESS',
    reason: null,
    because: asked.flatMap(({ check, outcome }) => (outcome === 'pass' ? [check] : [])),
  };
}

// biome-ignore format: a table
const LINES = [
  // which findings                                                      result
  [(finding) => finding.outcome === 'fail' && isFraud(finding),          'FRAUD_SUSPICION_PENDING'],
  [(finding) => finding.outcome === 'inconclusive' && isFraud(finding),  'REVIEW_PENDING'],
  [(finding) => finding.outcome === 'fail',                              'CANCELED'],
  [(finding) => finding.outcome === 'inconclusive',                      'REVIEW_PENDING'],
] as const satisfies readonly (readonly [(finding: Finding) => boolean, Verdict['result']])[];

function isFraud({ reason }: Finding): boolean {
  return reason !== null && REASONS[reason].group === 'FRAUD_SUSPICION_CONFIRMED';
}
