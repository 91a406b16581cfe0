import { PlatformError } from '@reident/identification';
import { enqueueNotification, findPerson, type PersonAttributes, updatePerson as save } from '@reident/store';
import { defineOperation } from '../define-operation.ts';
import { sortChanges } from '../person-changes.ts';
import { PersonId, PersonInput, PersonResource, toAttributes, toPersonResource } from '../resources/person.ts';

/**
 * Sets what is not set yet. A value that is there is the customer's: replacing it needs a change request, and some
 * values only an identification may replace.
 */
export const updatePerson = defineOperation({
  method: 'PATCH',
  path: '/v1/persons/{person_id}',
  tag: 'Persons',
  summary: 'Change a person',
  params: { person_id: PersonId },
  body: PersonInput,
  answer: PersonResource,
  errors: ['deprecated_params', 'unauthorized_change_request', 'stale_version'],

  async handle({ params, body }, { tx, caller }) {
    const person = await findPerson(tx, params.person_id);
    const { free, authorized, fixed } = sortChanges(person.attributes, toAttributes(body));
    const [first] = fixed;
    if (first !== undefined) {
      const message = 'can no longer be changed by a partner; an identification may change it';
      throw new PlatformError('deprecated_params', `${first} ${message}`, { field: first, message });
    }
    if (authorized.length > 0) {
      throw new PlatformError(
        'unauthorized_change_request',
        `${authorized.join(', ')} can only be changed by the person, who has no verified mobile number to authorize it`,
      );
    }
    if (Object.keys(free).length === 0) return toPersonResource(person);
    const attributes: PersonAttributes = { ...person.attributes, ...free };
    const saved = await save(tx, person, attributes, { actor: caller.actor });
    await enqueueNotification(tx, { eventType: 'PERSON_CHANGED', entityId: person.id, personId: person.id, body: {} });
    return toPersonResource(saved);
  },
});
