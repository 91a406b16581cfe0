import type { Reason } from './reasons.ts';
import { EVENT_BY_RESULT, IDENT_RESULTS, type IdentResult } from './results.ts';
import type { IdentStatus } from './statuses.ts';
import { type IdentEvent, TRANSITIONS } from './transitions.ts';

/** What a partner does in the sandbox to make the next event happen. */
export type OutcomeStep =
  | { by: 'request' }
  /** `POST /sandbox/identifications/{id}/outcome` */
  | { by: 'outcome'; result: IdentResult; reason: Reason | null }
  /** `POST /sandbox/clock`, beyond the life of the link */
  | { by: 'clock'; advance: 'P15D' };

export interface OutcomePath {
  from: IdentStatus;
  event: IdentEvent;
  to: IdentStatus;
  /** From the creation up to and including the event. */
  steps: readonly OutcomeStep[];
  /** Whether the tenant must have the setting `showPendingSuccessful` for it. */
  showPendingSuccessful: boolean;
}

/**
 * Every legal transition, with the shortest way to make it happen. One has none: with `pending_successful` shown, a review
 * is always shown, so `review_started` cannot follow it unless the setting is changed in between.
 */
export function outcomePaths(): OutcomePath[] {
  const ways = waysTo();
  return TRANSITIONS.flatMap(([from, event, to]) => {
    const before = ways.get(from);
    if (before === undefined || (before.showPendingSuccessful && event === 'review_started')) return [];
    const needsSetting = before.showPendingSuccessful || event === 'review_shown';
    return [{ from, event, to, steps: [...before.steps, stepFor(event)], showPendingSuccessful: needsSetting }];
  });
}

type Way = Pick<OutcomePath, 'steps' | 'showPendingSuccessful'>;

/** The shortest way to each status, breadth first. */
function waysTo(): Map<IdentStatus, Way> {
  const ways = new Map<IdentStatus, Way>([['created', { steps: [], showPendingSuccessful: false }]]);
  for (const [reached, way] of ways) {
    for (const [from, event, to] of TRANSITIONS) {
      if (from !== reached || ways.has(to)) continue;
      const showPendingSuccessful = way.showPendingSuccessful || event === 'review_shown';
      ways.set(to, { steps: [...way.steps, stepFor(event)], showPendingSuccessful });
    }
  }
  return ways;
}

function stepFor(event: IdentEvent): OutcomeStep {
  if (event === 'requested') return { by: 'request' };
  if (event === 'expired') return { by: 'clock', advance: 'P15D' };
  const wanted = event === 'review_shown' ? 'review_started' : event;
  const result = IDENT_RESULTS.find((candidate) => EVENT_BY_RESULT[candidate] === wanted);
  if (result === undefined) throw new Error(`no result of a provider causes ${event}`);
  return { by: 'outcome', result, reason: null };
}
