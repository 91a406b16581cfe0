import { expectNumberCode, findMobileNumber } from '@reident/store';
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
import { CODE_LIFETIME_MS, codeFor, messageFor, sendCode } from './confirm-by-code.ts';
import { countCode } from './count-codes.ts';

const NumberToVerify = requestComponent('MobileNumberToVerify', z.object({ number: NumberField }));

/** Sends a code to the number. In the sandbox nothing is sent; the code is always the same. */
export const authorizeMobileNumber = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/mobile_number/authorize',
  tag: 'Persons',
  summary: 'Send a code to the mobile number',
  params: { person_id: PersonId },
  body: NumberToVerify,
  status: 201,
  answer: MobileNumberResource,
  errors: [],
  example: { request: { number: '+15550101' } },

  async handleUnlocked({ params, body }, { inTenant, sms, caller }) {
    const { mobile, message } = await inTenant(async (tx) => {
      const found = await findMobileNumber(tx, params.person_id);
      rejectOtherNumber(found, body.number);
      await countCode(tx, found.personId, caller.actor);
      const code = codeFor(tx.tenant);
      await expectNumberCode(tx, found, code, new Date(tx.now.getTime() + CODE_LIFETIME_MS));
      return { mobile: found, message: messageFor(tx.tenant, found.number, code) };
    });
    await sendCode(sms, message);
    return toMobileNumberResource(mobile);
  },
});
