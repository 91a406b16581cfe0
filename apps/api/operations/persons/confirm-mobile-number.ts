import { findMobileNumber, proveNumberCode } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import {
  MobileNumberResource,
  NumberField,
  rejectOtherNumber,
  toMobileNumberResource,
} from '../../resources/mobile-number.ts';
import { PersonId } from '../../resources/person.ts';
import { Code, wrongCode } from './confirm-by-code.ts';

const NumberConfirmation = requestComponent('MobileNumberConfirmation', z.object({ number: NumberField, token: Code }));

export const confirmMobileNumber = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/mobile_number/confirm',
  tag: 'Persons',
  summary: 'Confirm the mobile number with its code',
  params: { person_id: PersonId },
  body: NumberConfirmation,
  status: 201,
  answer: MobileNumberResource,
  errors: ['invalid_tan'],
  example: { request: { number: '+15550101', token: '212212' } },

  async handle({ params, body }, { tx, caller }) {
    const mobile = await findMobileNumber(tx, params.person_id);
    rejectOtherNumber(mobile, body.number);
    const right = await proveNumberCode(tx, mobile, body.token, caller.actor);
    return right ? toMobileNumberResource({ ...mobile, verified: true }) : wrongCode('token');
  },
});
