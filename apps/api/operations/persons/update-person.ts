import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import { findPerson, hasDevice, hasVerifiedNumber, insertChangeRequest } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { ChangeRequestResource, toChangeRequestResource } from '../../resources/change-request.ts';
import { PersonId, PersonInput, PersonResource, toAttributes, toPersonResource } from '../../resources/person.ts';
import { changePerson } from './change-actions.ts';
import { withFollowUp } from './follow-up.ts';
import { sortChanges } from './person-changes.ts';
import { rejectMistypedTestCase } from './reject-mistyped-test-case.ts';

/**
 * Sets what is not set yet. A value that is there is the customer's: replacing it needs a change request, and some
 * values only an identification may replace.
 */
export const updatePerson = defineOperation({
  method: 'PATCH',
  path: '/v1/persons/{person_id}',
  tag: 'Persons',
  summary: 'Change a person',
  description: '200: done. 202: a value would be replaced, and the person has to authorize that.',
  params: { person_id: PersonId },
  body: PersonInput,
  answer: PersonResource,
  alsoAnswers: { 202: ChangeRequestResource },
  errors: ['deprecated_params', 'unauthorized_change_request', 'stale_version'],

  async handle({ params, body }, { tx, platform, caller }) {
    const person = await findPerson(tx, params.person_id, { lock: true });
    const asked = toAttributes(body);
    rejectMistypedTestCase(tx.tenant, asked);
    const { free, authorized, fixed } = sortChanges(person.attributes, asked);
    const [first] = fixed;
    if (first !== undefined) {
      const message = 'can no longer be changed by a partner; an identification may change it';
      throw new PlatformError('deprecated_params', `${first} ${message}`, { field: first, message });
    }
    if (authorized.length > 0) {
      if (!(await hasVerifiedNumber(tx, person.id)) && !(await hasDevice(tx, person.id)))
        throw nobodyCanAuthorize(authorized);
      const order = { personId: person.id, action: 'update_person', payload: asked };
      const request = await insertChangeRequest(tx, order, caller.actor);
      return new Answer(toChangeRequestResource(request, platform), { status: 202 });
    }
    if (free.length === 0) return toPersonResource(person);
    return toPersonResource(await changePerson(tx, person, withFollowUp(tx, asked), caller.actor));
  },
});

function nobodyCanAuthorize(fields: readonly string[]): PlatformError {
  return new PlatformError(
    'unauthorized_change_request',
    `${fields.join(', ')} can only be changed by the person, who has no verified mobile number to authorize it`,
  );
}
