import { findRetention, saveRetention } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { flagText } from '../../contract/schemas.ts';
import { ErasureResource, toErasure } from '../../resources/erasure.ts';
import { PersonId } from '../../resources/person.ts';

const HOLD = {
  path: '/reident/v1/persons/{person_id}/legal_hold',
  tag: 'Reident',
  params: { person_id: PersonId },
  answer: ErasureResource,
  errors: [],
} as const;

/** Forbids the erasure of a person's records, because a court or an authority asks for them. */
export const holdPerson = defineOperation({
  ...HOLD,
  method: 'PUT',
  summary: 'Put the records of a person under a legal hold',
  description: 'Nothing is erased until the hold is lifted; an ordered erasure waits for that.',

  query: {
    allows_contact: flagText()
      .optional()
      .describe('Whether campaigns may still write to the person; without it nobody is invited'),
  },

  async handle({ params, query }, { tx, caller }) {
    const known = await findRetention(tx, params.person_id, { lock: true });
    const holdAllowsContact = query.allows_contact ?? false;
    if (known.heldSince !== null && known.holdAllowsContact === holdAllowsContact) return toErasure(known);
    const held = { ...known, heldSince: known.heldSince ?? tx.now, holdAllowsContact };
    await saveRetention(tx, held, 'person.hold_began', caller.actor);
    return toErasure(held);
  },
});

export const releasePerson = defineOperation({
  ...HOLD,
  method: 'DELETE',
  summary: 'Lift the legal hold of a person',

  async handle({ params }, { tx, caller }) {
    const known = await findRetention(tx, params.person_id, { lock: true });
    if (known.heldSince === null) return toErasure(known);
    const released = { ...known, heldSince: null, holdAllowsContact: false };
    await saveRetention(tx, released, 'person.hold_ended', caller.actor);
    return toErasure(released);
  },
});
