import { refreshDue } from '@reident/platform';
import { insertPerson } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { PersonInput, PersonResource, toAttributes, toPersonResource } from '../../resources/person.ts';
import { withFirstFollowUp } from './follow-up.ts';
import { rejectMistypedTestCase } from './reject-mistyped-test-case.ts';

/** Stores a person. Which data is needed depends on what is done with the person later, so no field is required. */
export const createPerson = defineOperation({
  method: 'POST',
  path: '/v1/persons',
  tag: 'Persons',
  summary: 'Create a person',
  body: PersonInput,
  status: 201,
  answer: PersonResource,
  errors: [],
  example: { request: { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Muster' } },

  async handle({ body }, { tx, caller }) {
    const identifiedAt = body.identified_at === undefined ? null : new Date(body.identified_at);
    const attributes = toAttributes(body);
    rejectMistypedTestCase(tx.tenant, attributes);
    const known = withFirstFollowUp(tx, attributes);
    const person = await insertPerson(tx, known, { actor: caller.actor, identifiedAt });
    // Of somebody of whom nothing is known there is nothing to count from.
    if (identifiedAt !== null || attributes.aml_confirmed_on != null)
      await refreshDue(tx, person, 'created', caller.actor);
    return toPersonResource(person);
  },
});
