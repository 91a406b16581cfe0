import { refreshDue, refreshDueAfter } from '@reident/platform';
import {
  type Actor,
  type ChangeRequest,
  deleteMobileNumber,
  findMobileNumber,
  findPerson,
  type Person,
  type PersonAttributes,
  type TenantTx,
  updatePerson,
} from '@reident/store';
import { toMobileNumberResource } from '../../resources/mobile-number.ts';
import { toPersonResource } from '../../resources/person.ts';
import { withFollowUp } from './follow-up.ts';
import { withChanges } from './person-changes.ts';

interface ChangeResult {
  code: number;
  body: Record<string, unknown>;
}

type Perform = (tx: TenantTx, personId: string, payload: unknown, actor: Actor) => Promise<ChangeResult>;

/** What a confirmed change request does. The payload was stored by the operation that asked for the change. */
export const CHANGE_ACTIONS: Readonly<Record<string, Perform>> = {
  async update_person(tx, personId, payload, actor) {
    const person = await findPerson(tx, personId, { lock: true });
    const changes = withFollowUp(tx, payload as PersonAttributes);
    return { code: 200, body: toPersonResource(await changePerson(tx, person, changes, actor)) };
  },

  async delete_mobile_number(tx, personId, _, actor) {
    const mobile = await findMobileNumber(tx, personId);
    await deleteMobileNumber(tx, mobile, actor);
    return { code: 200, body: toMobileNumberResource(mobile) };
  },
};

export function performChange(
  tx: TenantTx,
  { action, personId, payload }: ChangeRequest,
  actor: Actor,
): Promise<ChangeResult> {
  const perform = CHANGE_ACTIONS[action];
  if (!perform) throw new Error(`a change request asks for ${action}, which nobody knows`);
  return perform(tx, personId, payload, actor);
}

export async function changePerson(
  tx: TenantTx,
  person: Person,
  asked: PersonAttributes,
  actor: Actor,
): Promise<Person> {
  const changed = await updatePerson(tx, person, withChanges(person.attributes, asked), { actor });
  if (isOther(person, changed, 'aml_confirmed_on')) await refreshDueAfter(tx, changed, 'data_confirmation', actor);
  else if (isOther(person, changed, 'legitimation_valid_until')) await refreshDue(tx, changed, 'data_changed', actor);
  return changed;
}

function isOther(before: Person, after: Person, field: string): boolean {
  return before.attributes[field] !== after.attributes[field];
}
