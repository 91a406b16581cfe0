import { Answer } from '@reident/http';
import { findMobileNumber, insertChangeRequest, deleteMobileNumber as remove } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { ChangeRequestResource, toChangeRequestResource } from '../../resources/change-request.ts';
import {
  MobileNumberResource,
  NumberField,
  rejectOtherNumber,
  toMobileNumberResource,
} from '../../resources/mobile-number.ts';
import { PersonId } from '../../resources/person.ts';

const NumberToDelete = requestComponent('MobileNumberToDelete', z.object({ number: NumberField }));

/** An unverified number goes at once; a verified one belongs to the person, who has to authorize it. */
export const deleteMobileNumber = defineOperation({
  method: 'DELETE',
  path: '/v1/persons/{person_id}/mobile_number',
  tag: 'Persons',
  summary: 'Delete the mobile number of a person',
  params: { person_id: PersonId },
  body: NumberToDelete,
  answer: MobileNumberResource,
  alsoAnswers: { 202: ChangeRequestResource },
  errors: [],
  example: { request: { number: '+15550101' } },

  async handle({ params, body }, { tx, platform, caller }) {
    const mobile = await findMobileNumber(tx, params.person_id);
    rejectOtherNumber(mobile, body.number);
    if (mobile.verified) {
      const order = { personId: mobile.personId, action: 'delete_mobile_number', payload: {} };
      const request = await insertChangeRequest(tx, order, caller.actor);
      return new Answer(toChangeRequestResource(request, platform), { status: 202 });
    }
    await remove(tx, mobile, caller.actor);
    return toMobileNumberResource(mobile);
  },
});
