import { IDENT_RESULTS, REASONS, type Reason } from '@reident/domain';
import { outcomeReason, recordReport, sandboxChanges } from '@reident/platform';
import { findIdentification, findPerson } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { IdentificationId, IdentificationResource, toIdentificationResource } from '../../resources/identification.ts';

const OutcomeInput = requestComponent(
  'OutcomeInput',
  z.object({
    result: z
      .enum(IDENT_RESULTS)
      .describe("In the provider's words; SUCCESS_DATA_CHANGED gives the person another last name"),
    reason: z
      .enum(Object.keys(REASONS) as [Reason, ...Reason[]])
      .optional()
      .describe('A published failure reason that belongs to the result; a usual one where none is named'),
  }),
);

/** Ends an identification as the provider would. The transitions stay what they are: an impossible one is refused. */
export const setOutcome = defineOperation({
  method: 'POST',
  path: '/sandbox/identifications/{id}/outcome',
  tag: 'Sandbox',
  summary: 'Let the provider report an outcome',
  params: { id: IdentificationId },
  body: OutcomeInput,
  answer: IdentificationResource,
  errors: ['invalid_model', 'wrong_status'],
  sandboxOnly: true,
  example: { request: { result: 'CANCELED', reason: 'ID_GLARE' } },

  async handle({ params, body }, { tx, platform, caller }) {
    const { id, personId } = await findIdentification(tx, params.id, { lock: true });
    const person = await findPerson(tx, personId);
    const report = {
      result: body.result,
      reason: outcomeReason(body.result, body.reason ?? null),
      actor: caller.actor,
      personChanges: sandboxChanges(tx.tenant, body.result, person.attributes),
    };
    return toIdentificationResource(await recordReport(tx, platform, id, report));
  },
});
