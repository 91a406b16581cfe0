import { PlatformError } from '@reident/identification';
import { type ChangeRequest, expectChangeCode, findChangeRequest, findMobileNumber, type Tenant } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../components.ts';
import { codeFor, messageFor, sendCode } from '../confirm-by-code.ts';
import { defineOperation } from '../define-operation.ts';
import { ChangeRequestId, ChangeRequestResource, toChangeRequestResource } from '../resources/change-request.ts';
import { PersonId } from '../resources/person.ts';

const DELIVERY_METHODS = ['mobile_number', 'device_signing', 'static'] as const;

const Authorization = requestComponent(
  'ChangeAuthorization',
  z.object({
    delivery_method: z
      .enum(DELIVERY_METHODS)
      .describe('static: sandbox only. device_signing: not part of this platform'),
    person_id: PersonId.optional().describe('With mobile_number'),
    device_id: z.string().max(100).optional(),
  }),
);

/** Sends the person a code for the change. */
export const authorizeChangeRequest = defineOperation({
  method: 'POST',
  path: '/v1/change_requests/{id}/authorize',
  tag: 'Persons',
  summary: 'Authorize a change request',
  params: { id: ChangeRequestId },
  body: Authorization,
  status: 201,
  answer: ChangeRequestResource,
  errors: ['unprocessable_entity', 'unauthorized_action', 'not_implemented_error'],
  example: { request: { delivery_method: 'static' } },

  async handleUnlocked({ params, body }, { inTenant, platform, sms }) {
    const { request, message } = await inTenant(async (tx) => {
      const found = await findChangeRequest(tx, params.id);
      refuseMethod(body.delivery_method, tx.tenant);
      refuseOver(found, tx.now);
      if (body.person_id !== undefined && body.person_id !== found.personId)
        throw new PlatformError('model_not_found', `Couldn't find 'Solaris::Changeset' for id '${found.id}'.`);
      const { number } = await findMobileNumber(tx, found.personId);
      const code = codeFor(tx.tenant);
      return { request: await expectChangeCode(tx, found, code), message: messageFor(tx.tenant, number, code) };
    });
    await sendCode(sms, message);
    return toChangeRequestResource(request, platform);
  },
});

function refuseMethod(method: (typeof DELIVERY_METHODS)[number], tenant: Tenant): void {
  if (method === 'device_signing')
    throw new PlatformError('not_implemented_error', 'This platform does not keep device keys; use mobile_number');
  if (method === 'static' && tenant.kind !== 'sandbox')
    throw new PlatformError('unauthorized_action', 'The static code exists only in the sandbox');
}

/** @throws PlatformError `unprocessable_entity` when the request was confirmed, failed, or has expired */
export function refuseOver(request: ChangeRequest, now: Date): void {
  if (request.status === 'COMPLETED' || request.status === 'FAILED' || request.expiresAt <= now)
    throw new PlatformError('unprocessable_entity', 'The change request is over; ask for the change again');
}
