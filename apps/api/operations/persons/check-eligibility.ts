import { breachesOf, ELIGIBILITY_RULES } from '@reident/platform';
import { findPerson } from '@reident/store';
import { z } from 'zod';
import { answerComponent, requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { PersonId } from '../../resources/person.ts';

const METHODS = ['bank', 'idnow_autoident'] as const;

const EligibilityInput = requestComponent('EligibilityInput', z.object({ method: z.enum(METHODS) }));

const EligibilityResource = answerComponent(
  'Eligibility',
  z.object({
    method: z.enum(METHODS),
    eligible: z.boolean(),
    reasons: z.array(z.enum(['method_not_available', ...ELIGIBILITY_RULES.map(({ id }) => id)])),
  }),
);

/** Whether a person may be identified by a method. The published operation knows `bank` only, which is not carried out here. */
export const checkEligibility = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/identification_eligibility_checks',
  tag: 'Identifications',
  summary: 'Check whether a person may be identified',
  params: { person_id: PersonId },
  body: EligibilityInput,
  answer: EligibilityResource,
  errors: [],
  example: { request: { method: 'idnow_autoident' } },

  async handle({ params, body }, { tx }) {
    const person = await findPerson(tx, params.person_id);
    const reasons =
      body.method === 'bank' ? ['method_not_available'] : breachesOf(person, tx.tenant.settings).map(({ id }) => id);
    return { method: body.method, eligible: reasons.length === 0, reasons };
  },
});
