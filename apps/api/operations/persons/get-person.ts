import { findPerson } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { PersonId, PersonResource, toPersonResource } from '../../resources/person.ts';

export const getPerson = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}',
  tag: 'Persons',
  summary: 'Retrieve a person',
  params: { person_id: PersonId },
  answer: PersonResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toPersonResource(await findPerson(tx, params.person_id));
  },
});
