import {
  type DueFacts,
  type DueMove,
  type DueReason,
  dayOf,
  dueMoves,
  dueReasons,
  type Mover,
} from '@reident/domain/rekyc';
import {
  type Actor,
  type DueChange,
  type DueState,
  findDueState,
  findRiskClass,
  listPersonEvents,
  type Person,
  saveDueState,
  settlePersonEvents,
  type TenantTx,
} from '@reident/store';

/** Everything that a person's due date follows from. */
export async function dueFactsOf(tx: TenantTx, person: Person, riskClassCode: string): Promise<DueFacts> {
  const riskClass = await findRiskClass(tx, riskClassCode);
  const events = await listPersonEvents(tx, person.id);
  return {
    riskClass,
    identifiedOn: person.identifiedAt === null ? null : dayOf(person.identifiedAt),
    confirmedOn: dayIn(person.attributes.aml_confirmed_on),
    documentValidUntil: dayIn(person.attributes.legitimation_valid_until),
    openEvents: events.filter(({ settledAt }) => settledAt === null),
  };
}

/**
 * Works the due date of a person out and keeps it, with a line of history where it became another.
 *
 * @param profile  what the partner says of the person anew; what is left out stays
 */
export async function refreshDue(
  tx: TenantTx,
  person: Person,
  change: DueChange,
  actor: Actor,
  profile: Partial<Pick<DueState, 'riskClass' | 'productTags'>> = {},
): Promise<DueState> {
  const before = await findDueState(tx, person.id, { lock: true });
  const { riskClass, productTags, objectedAt } = { ...before, ...profile };
  const [reason = null] = dueReasons(await dueFactsOf(tx, person, riskClass));
  return saveDueState(tx, before, { riskClass, productTags, objectedAt, reason }, change, actor);
}

/** An identification or a confirmation settles what it is enough for, and then the date is another. */
export async function refreshDueAfter(tx: TenantTx, person: Person, by: Mover, actor: Actor): Promise<DueState> {
  await settlePersonEvents(tx, person.id, by);
  return refreshDue(tx, person, by === 'identification' ? 'identified' : 'data_confirmed', actor);
}

export interface DueDescription {
  state: DueState;
  /** Every reason, the earliest first. */
  reasons: DueReason[];
  /** What would move the date if it happened today. */
  moves: DueMove[];
}

/** When a person is due, why, and what would move it. */
export async function describeDue(tx: TenantTx, person: Person): Promise<DueDescription> {
  const state = await findDueState(tx, person.id);
  const facts = await dueFactsOf(tx, person, state.riskClass);
  return { state, reasons: dueReasons(facts), moves: dueMoves(facts, dayOf(tx.now)) };
}

function dayIn(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null;
}
