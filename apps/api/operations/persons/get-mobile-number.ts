import { findMobileNumber } from '@reident/store';
import { defineOperation } from '../../contract/define-operation.ts';
import { MobileNumberResource, toMobileNumberResource } from '../../resources/mobile-number.ts';
import { PersonId } from '../../resources/person.ts';

export const getMobileNumber = defineOperation({
  method: 'GET',
  path: '/v1/persons/{person_id}/mobile_number',
  tag: 'Persons',
  summary: 'Retrieve the mobile number of a person',
  params: { person_id: PersonId },
  answer: MobileNumberResource,
  errors: [],

  async handle({ params }, { tx }) {
    return toMobileNumberResource(await findMobileNumber(tx, params.person_id));
  },
});
