import { findPerson, insertMobileNumber } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { flagText, text } from '../../contract/schemas.ts';
import { MobileNumberResource, NumberField, toMobileNumberResource, toNumber } from '../../resources/mobile-number.ts';
import { PersonId } from '../../resources/person.ts';

const NumberInput = requestComponent(
  'MobileNumberInput',
  z.object({ number: NumberField, device_data: text(20_000).optional() }),
);

/** The number by which a person authorizes changes. There is one per person, and it has to be verified. */
export const createMobileNumber = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/mobile_number',
  tag: 'Persons',
  summary: 'Add the mobile number of a person',
  params: { person_id: PersonId },
  query: { with_identification: flagText().optional().describe('Accepted; changes nothing') },
  body: NumberInput,
  status: 201,
  answer: MobileNumberResource,
  errors: ['mobile_number_exists'],
  example: { request: { number: '+15550101' } },

  async handle({ params, body }, { tx, caller }) {
    const number = toNumber(body.number);
    const { id } = await findPerson(tx, params.person_id);
    return toMobileNumberResource(await insertMobileNumber(tx, id, number, caller.actor));
  },
});
