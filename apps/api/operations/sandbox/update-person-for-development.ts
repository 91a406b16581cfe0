import { findPerson } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { Day, text } from '../../contract/schemas.ts';
import { PersonId, PersonResource, toPersonResource } from '../../resources/person.ts';
import { changePerson } from '../persons/change-actions.ts';

const DevelopmentChange = requestComponent(
  'PersonDevelopmentChange',
  z.object({
    aml_follow_up_date: Day.optional(),
    aml_confirmed_on: Day.optional(),
    birth_city: text().optional(),
    legitimation_valid_until: Day.optional().describe('Last day of the document on file. A field of this platform.'),
  }),
);

/** Sets fields that are otherwise not the partner's to set. */
export const updatePersonForDevelopment = defineOperation({
  method: 'PATCH',
  path: '/v1/persons/{person_id}/update_for_development',
  tag: 'Sandbox',
  summary: 'Change a person for a test',
  params: { person_id: PersonId },
  body: DevelopmentChange,
  answer: PersonResource,
  errors: ['stale_version'],
  sandboxOnly: true,

  async handle({ params, body }, { tx, caller }) {
    const person = await findPerson(tx, params.person_id, { lock: true });
    const asked = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    return toPersonResource(await changePerson(tx, person, asked, caller.actor));
  },
});
