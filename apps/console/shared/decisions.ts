import { type IdentResult, type IdentStatus, RESULTS, type ReasonGroup } from '@reident/domain';
import type { Right } from './roles.ts';

/** The words in which `decide` of the providers takes a decision. */
export type ProviderDecision = 'approve' | 'cancel' | 'suspect_fraud' | 'confirm_fraud';

interface DecisionRow {
  id: string;
  /** `waiting`: the customer has handed everything in and nobody has decided. `decided`: the outcome is out. */
  when: 'waiting' | 'decided';
  from: readonly IdentStatus[];
  as: ProviderDecision;
  /** Reasons to pick from, by group; empty when the decision takes no reason. */
  reasons: readonly ReasonGroup[];
  right: Right;
  /** Whoever decided before may not take this one [CON-5]. */
  secondPerson: boolean;
  /** Whether every group of the checklist must be ticked [CON-7]. */
  checklist: boolean;
  note: 'optional' | 'required';
}

/** A customer who came back after a cancellation waits in the old status until the new result is out. */
const UNDER_REVIEW = ['pending', 'pending_successful', 'aborted', 'canceled'] as const;

// biome-ignore format: a table
export const DECISIONS = [
  // id                      when             from                                    as                   reasons                                   right        second person        checklist         note
  { id: 'approve',         when: 'waiting', from: UNDER_REVIEW,                     as: 'approve',       reasons: [],                            right: 'decide',   secondPerson: false, checklist: true,  note: 'optional' },
  { id: 'cancel',          when: 'waiting', from: UNDER_REVIEW,                     as: 'cancel',        reasons: ['CANCELLED'],                  right: 'decide',   secondPerson: false, checklist: false, note: 'optional' },
  { id: 'suspect_fraud',   when: 'waiting', from: UNDER_REVIEW,                     as: 'suspect_fraud', reasons: [],                            right: 'decide',   secondPerson: false, checklist: false, note: 'required' },
  { id: 'clear_suspicion', when: 'waiting', from: ['pending_failed'],               as: 'approve',       reasons: [],                            right: 'decide',   secondPerson: true,  checklist: true,  note: 'required' },
  { id: 'confirm_fraud',   when: 'waiting', from: [...UNDER_REVIEW, 'pending_failed'], as: 'confirm_fraud', reasons: ['FRAUD_SUSPICION_CONFIRMED'], right: 'decide',   secondPerson: false, checklist: false, note: 'optional' },
  { id: 'revoke',          when: 'decided', from: ['successful'],                   as: 'confirm_fraud', reasons: ['FRAUD_SUSPICION_CONFIRMED'], right: 'overturn', secondPerson: true,  checklist: false, note: 'required' },
  { id: 'reverse',         when: 'decided', from: ['canceled'],                     as: 'approve',       reasons: [],                            right: 'overturn', secondPerson: true,  checklist: true,  note: 'required' },
] as const satisfies readonly DecisionRow[];

export type DecisionId = (typeof DECISIONS)[number]['id'];
export type Decision = DecisionRow & { id: DecisionId };

const ROWS: readonly Decision[] = DECISIONS;

export function findDecision(id: string): Decision | undefined {
  return ROWS.find((row) => row.id === id);
}

/** What may be decided about a case by somebody with these rights. */
export function decisionsFor(status: IdentStatus, waiting: boolean, may: (right: Right) => boolean): Decision[] {
  const when = waiting ? 'waiting' : 'decided';
  return ROWS.filter((row) => row.when === when && row.from.includes(status) && may(row.right));
}

/** Whether the last result says that somebody has to decide. */
export function isWaiting(result: IdentResult | null): boolean {
  return RESULTS.some(([known, kind]) => known === result && kind === 'preliminary');
}
