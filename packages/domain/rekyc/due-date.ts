import { type Day, yearsAfter } from './days.ts';
import type { DueRuleCode } from './due-rules.ts';
import { PERSON_EVENTS, type PersonEventKind } from './person-events.ts';
import type { RiskClass } from './risk-classes.ts';

/** Everything that a due date follows from. What is not known is null and never counts as recent. */
export interface DueFacts {
  riskClass: RiskClass;
  /** Last successful identification, here or as the partner imported it. */
  identifiedOn: Day | null;
  /** Last confirmation of the data: `aml_confirmed_on`. */
  confirmedOn: Day | null;
  documentValidUntil: Day | null;
  /** Reported and not settled yet. */
  openEvents: readonly OpenEvent[];
}

export interface OpenEvent {
  id: string;
  kind: PersonEventKind;
  dueOn: Day;
}

export interface DueReason {
  rule: DueRuleCode;
  /** The last day on which it is still in time. */
  dueOn: Day;
  /** What it is counted from: a day, or the id of an event. */
  since: string;
  /** Names the cause for ever, whatever class and date become: nobody is invited twice for the same one. */
  cause: string;
}

/** Every reason why the person is due, the earliest first; empty where nothing is known to count from. */
export function dueReasons(facts: DueFacts): DueReason[] {
  const { riskClass, identifiedOn, confirmedOn, documentValidUntil, openEvents } = facts;
  const reasons: DueReason[] = [];
  const since = latest(identifiedOn, riskClass.confirmationCounts ? confirmedOn : null);
  if (since !== null) reasons.push(reason('cycle', yearsAfter(since, riskClass.cycleYears), since));
  if (documentValidUntil !== null) reasons.push(reason('document_expires', documentValidUntil, documentValidUntil));
  for (const { id, dueOn } of openEvents) reasons.push(reason('event', dueOn, id));
  return reasons.sort((a, b) => (a.dueOn === b.dueOn ? compare(a.cause, b.cause) : compare(a.dueOn, b.dueOn)));
}

export const MOVERS = ['identification', 'data_confirmation'] as const;
export type Mover = (typeof MOVERS)[number];

export interface DueMove {
  by: Mover;
  /** When the person would be due then; null: no longer known, because the next document is not. */
  dueOn: Day | null;
  moves: boolean;
}

/** What would move the due date if it happened on the given day, and to when. */
export function dueMoves(facts: DueFacts, today: Day): DueMove[] {
  const now = dueReasons(facts)[0]?.dueOn ?? null;
  return MOVERS.map((by) => {
    const dueOn = dueReasons(factsAfter(facts, by, today))[0]?.dueOn ?? null;
    return { by, dueOn, moves: dueOn !== now };
  });
}

/** What is known after it happened. An identification shows a document whose end nobody knows yet. */
function factsAfter(facts: DueFacts, by: Mover, today: Day): DueFacts {
  const openEvents = facts.openEvents.filter(({ kind }) => !settles(by, kind));
  return by === 'identification'
    ? { ...facts, identifiedOn: today, documentValidUntil: null, openEvents }
    : { ...facts, confirmedOn: latest(facts.confirmedOn, today), openEvents };
}

/** Whether this settles an event of that kind. */
export function settles(by: Mover, kind: PersonEventKind): boolean {
  return by === 'identification' || PERSON_EVENTS[kind].settledBy === by;
}

function reason(rule: DueRuleCode, dueOn: Day, since: string): DueReason {
  return { rule, dueOn, since, cause: `${rule}:${since}` };
}

function latest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
