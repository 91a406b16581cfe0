import { PlatformError } from '@reident/domain';
import {
  type Actor,
  type ChangeRequest,
  concludeChange,
  findChangeRequest,
  findDevice,
  proveChangeCode,
  type TenantTx,
} from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { text } from '../../contract/schemas.ts';
import { ChangeRequestId, ConfirmedChangeResource } from '../../resources/change-request.ts';
import { PersonId } from '../../resources/person.ts';
import { rejectExpired } from './authorize-change-request.ts';
import { performChange } from './change-actions.ts';
import { Code, wrongCode } from './confirm-by-code.ts';
import { isSignedBy, Signature } from './device-signature.ts';

const Confirmation = requestComponent(
  'ChangeConfirmation',
  z.object({
    person_id: PersonId.optional(),
    tan: Code.optional().describe('Six digits; in the sandbox 212212'),
    device_id: z.string().max(100).optional().describe('With a signature'),
    signature: Signature.optional(),
    device_data: text(20_000).optional(),
  }),
);

/** Does what the change request asks for, if the person's code is right. */
export const confirmChangeRequest = defineOperation({
  method: 'POST',
  path: '/v1/change_requests/{id}/confirm',
  tag: 'Persons',
  summary: 'Confirm a change request',
  params: { id: ChangeRequestId },
  body: Confirmation,
  status: 202,
  answer: ConfirmedChangeResource,
  errors: ['invalid_tan', 'unprocessable_entity', 'stale_version'],
  example: { request: { tan: '212212' } },

  async handle({ params, body }, { tx, caller }) {
    const request = await findChangeRequest(tx, params.id);
    rejectExpired(request, tx.now);
    if (request.status !== 'CONFIRMATION_REQUIRED')
      throw new PlatformError('unprocessable_entity', 'The change request has to be authorized first');
    rejectIncompleteProof(body);
    const isHers = body.person_id === undefined || body.person_id === request.personId;
    if (!isHers) return wrongCode('person_id');
    const proven =
      body.tan === undefined
        ? await proveSignature(tx, request, body, caller.actor)
        : await proveChangeCode(tx, request, body.tan, caller.actor);
    if (!proven) return wrongCode(body.tan === undefined ? 'signature' : 'tan');
    const { code, body: changed } = await performChange(tx, request, caller.actor);
    return {
      id: request.id,
      status: 'COMPLETED' as const,
      updated_at: tx.now.toISOString(),
      response_code: code,
      response_body: changed,
    };
  },
});

type Proof = z.output<typeof Confirmation>;

/** Either a code, or a device with its signature. */
function rejectIncompleteProof({ tan, device_id: deviceId, signature }: Proof): void {
  const [field, message] =
    tan === undefined && signature === undefined
      ? ['tan', 'is missing: a code, or device_id and signature']
      : tan === undefined && deviceId === undefined
        ? ['device_id', 'is missing: it says whose signature it is']
        : [null, ''];
  if (field !== null) throw new PlatformError('validation_error', `${field} ${message}`, { field, message });
}

/** The device that was asked has signed the text that it was given, or this is a wrong try. */
async function proveSignature(tx: TenantTx, request: ChangeRequest, proof: Proof, actor: Actor): Promise<boolean> {
  const { signing } = request;
  const asked = signing !== null && signing.deviceId === proof.device_id;
  const device = asked ? await findDevice(tx, signing.deviceId) : null;
  const right =
    device !== null && signing !== null && isSignedBy(device.publicKey, signing.stringToSign, proof.signature ?? '');
  return concludeChange(tx, request, right, actor);
}
