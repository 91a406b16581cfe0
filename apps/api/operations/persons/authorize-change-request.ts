import { randomBytes } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import {
  type Actor,
  type ChangeRequest,
  deviceNotFound,
  expectChangeCode,
  expectSignature,
  findChangeRequest,
  findDevice,
  findMobileNumber,
  type Tenant,
  type TenantTx,
} from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { ChangeRequestId, ChangeRequestResource, toChangeRequestResource } from '../../resources/change-request.ts';
import { PersonId } from '../../resources/person.ts';
import { type CodeMessage, codeFor, messageFor, sendCode } from './confirm-by-code.ts';
import { countCode } from './count-codes.ts';

const DELIVERY_METHODS = ['mobile_number', 'device_signing', 'static'] as const;

const Authorization = requestComponent(
  'ChangeAuthorization',
  z.object({
    delivery_method: z
      .enum(DELIVERY_METHODS)
      .describe('static: sandbox only. device_signing: the device signs `string_to_sign` of the answer'),
    person_id: PersonId.optional().describe('With mobile_number'),
    device_id: z.string().max(100).optional().describe('With device_signing'),
  }),
);

/** Sends the person a code for the change, or gives one of the person's devices a text to sign. */
export const authorizeChangeRequest = defineOperation({
  method: 'POST',
  path: '/v1/change_requests/{id}/authorize',
  tag: 'Persons',
  summary: 'Authorize a change request',
  params: { id: ChangeRequestId },
  body: Authorization,
  status: 201,
  answer: ChangeRequestResource,
  errors: ['unprocessable_entity', 'unauthorized_action', 'unauthorized_change_request'],
  example: { request: { delivery_method: 'static' } },

  async handleUnlocked({ params, body }, { inTenant, platform, sms, caller }) {
    const { request, message } = await inTenant(async (tx) => {
      const found = await findChangeRequest(tx, params.id);
      rejectDeliveryMethod(body.delivery_method, tx.tenant);
      rejectExpired(found, tx.now);
      if (body.person_id !== undefined && body.person_id !== found.personId)
        throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Changeset' for id '${found.id}'.`);
      if (body.delivery_method === 'device_signing')
        return { request: await askDevice(tx, found, body.device_id), message: null };
      const code = codeFor(tx.tenant);
      const message = body.delivery_method === 'static' ? null : await requestNonce(tx, found, code, caller.actor);
      return { request: await expectChangeCode(tx, found, code), message };
    });
    await sendCode(sms, message);
    return toChangeRequestResource(request, platform);
  },
});

function rejectDeliveryMethod(method: (typeof DELIVERY_METHODS)[number], tenant: Tenant): void {
  if (method === 'static' && tenant.kind !== 'sandbox')
    throw new PlatformError('unauthorized_action', 'The static code exists only in the sandbox');
}

/** Only a number that was proven to be the person's gets a code; one that was put in its place since then does not. */
async function requestNonce(
  tx: TenantTx,
  { personId }: ChangeRequest,
  code: string,
  actor: Actor,
): Promise<CodeMessage | null> {
  const { number, verified } = await findMobileNumber(tx, personId);
  if (!verified) {
    const detail = 'The mobile number of the person is not verified, so nobody can authorize the change with it';
    throw new PlatformError('unauthorized_change_request', detail);
  }
  await countCode(tx, personId, actor);
  return messageFor(tx.tenant, number, code);
}

/** Only a device of the person who has to agree may sign. */
async function askDevice(tx: TenantTx, request: ChangeRequest, deviceId: string | undefined): Promise<ChangeRequest> {
  if (deviceId === undefined) {
    const message = 'is missing: with device_signing it says which device signs';
    throw new PlatformError('validation_error', `device_id ${message}`, { field: 'device_id', message });
  }
  const device = await findDevice(tx, deviceId);
  if (!device.verified || device.personId !== request.personId) throw deviceNotFound(deviceId);
  return expectSignature(tx, request, { deviceId, stringToSign: randomBytes(24).toString('hex') });
}

/** @throws PlatformError `unprocessable_entity` when the request was confirmed, failed, or has expired */
export function rejectExpired(request: ChangeRequest, now: Date): void {
  if (request.status === 'COMPLETED' || request.status === 'FAILED' || request.expiresAt <= now)
    throw new PlatformError('unprocessable_entity', 'The change request is over; ask for the change again');
}
