import {
  isCarriedOut,
  METHOD_CODES,
  PlatformError,
  PROOF_OF_ADDRESS_TYPE_CODES,
  PUBLISHED_LANGUAGES,
  toLanguage,
} from '@reident/domain';
import { rejectIneligible } from '@reident/platform';
import { findPerson, insertIdentification, personStatement } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { Day } from '../../contract/schemas.ts';
import { NewIdentificationResource, toNewIdentificationResource } from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';

export const IdentificationInput = requestComponent(
  'IdentificationInput',
  z.object({
    method: z.enum(METHOD_CODES).describe('idnow_autoident; the other published methods answer 501'),
    language: z.enum(PUBLISHED_LANGUAGES).optional().describe("The customer's language"),
    proof_of_address_type: z
      .enum(PROOF_OF_ADDRESS_TYPE_CODES)
      .optional()
      .describe('Needed when the identity document does not show the address'),
    proof_of_address_issued_at: Day.optional().describe('Goes with the type'),
  }),
);

/** Creates the identification and calls nobody: the request operation does. */
export const createIdentification = defineOperation({
  method: 'POST',
  path: '/v1/persons/{person_id}/identifications',
  tag: 'Identifications',
  summary: 'Create an identification',
  description: 'The identification is `created`. Nothing is started with the provider before it is requested.',
  params: { person_id: PersonId },
  body: IdentificationInput,
  status: 201,
  answer: NewIdentificationResource,
  errors: ['unauthorized_action', 'not_implemented_error'],
  example: { request: { method: 'idnow_autoident', language: 'DE' } },

  prefetch: ({ params }, tenantId) => [personStatement(tenantId, params.person_id)],

  async handle({ params, body }, { tx, caller }) {
    rejectIncompleteProof(body);
    if (!isCarriedOut(body.method)) {
      throw new PlatformError('not_implemented_error', 'This platform carries out the method idnow_autoident only', {
        field: 'method',
        message: 'is not carried out by this platform',
      });
    }
    const person = await findPerson(tx, params.person_id);
    rejectIneligible(person, tx.tenant.settings);
    const order = {
      personId: person.id,
      method: body.method,
      language: body.language ? toLanguage(body.language) : null,
      proofOfAddressType: body.proof_of_address_type ?? null,
      proofOfAddressIssuedAt: body.proof_of_address_issued_at?.slice(0, 10) ?? null,
    };
    return toNewIdentificationResource(await insertIdentification(tx, order, caller.actor));
  },
});

/** A proof of address has a type and a day, or there is none. */
function rejectIncompleteProof(body: z.output<typeof IdentificationInput>): void {
  const { proof_of_address_type: type, proof_of_address_issued_at: issuedAt } = body;
  if ((type === undefined) === (issuedAt === undefined)) return;
  const missing = type === undefined ? 'proof_of_address_type' : 'proof_of_address_issued_at';
  const message = 'is missing: type and day of a proof of address go together';
  throw new PlatformError('validation_error', `${missing} ${message}`, { field: missing, message });
}
