import { PlatformError } from '@reident/identification';
import { findChangeRequest, proveChangeCode } from '@reident/store';
import { z } from 'zod';
import { performChange } from '../change-actions.ts';
import { requestComponent } from '../components.ts';
import { Code, wrongCode } from '../confirm-by-code.ts';
import { defineOperation } from '../define-operation.ts';
import { ChangeRequestId, ConfirmedChangeResource } from '../resources/change-request.ts';
import { PersonId } from '../resources/person.ts';
import { text } from '../schemas.ts';
import { refuseOver } from './authorize-change-request.ts';

const Confirmation = requestComponent(
  'ChangeConfirmation',
  z.object({ person_id: PersonId.optional(), tan: Code, device_data: text(20_000).optional() }),
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
    refuseOver(request, tx.now);
    if (request.status !== 'CONFIRMATION_REQUIRED')
      throw new PlatformError('unprocessable_entity', 'The change request has to be authorized first');
    const isHers = body.person_id === undefined || body.person_id === request.personId;
    if (!isHers || !(await proveChangeCode(tx, request, body.tan, caller.actor))) return wrongCode('tan');
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
