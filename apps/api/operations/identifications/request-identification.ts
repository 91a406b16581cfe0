import { requestIdentification as request } from '@reident/platform';
import { findIdentification } from '@reident/store';
import { z } from 'zod';
import { requestComponent } from '../../contract/components.ts';
import { defineOperation } from '../../contract/define-operation.ts';
import { text } from '../../contract/schemas.ts';
import {
  IdentificationId,
  RequestedIdentificationResource,
  toRequestedIdentificationResource,
} from '../../resources/identification.ts';
import { PersonId } from '../../resources/person.ts';

const RequestInput = requestComponent(
  'IdentificationRequest',
  z
    .object({ secret: text(1000).optional(), device_data: text(20_000).optional() })
    .describe('AutoIdent needs neither; both are accepted and not kept'),
);

/** Starts the identification with the provider. Repeating the call answers the same session. */
export const requestIdentification = defineOperation({
  method: 'PATCH',
  path: '/v1/persons/{person_id}/identifications/{id}/request',
  tag: 'Identifications',
  summary: 'Request an identification',
  description:
    'The identification becomes `pending`. Send the customer to `url`; never show `reference` to the customer.',
  params: { person_id: PersonId, id: IdentificationId },
  body: RequestInput,
  answer: RequestedIdentificationResource,
  errors: ['wrong_status', 'bad_gateway', 'gateway_timeout'],

  async handle({ params }, { tx, platform }) {
    const found = await findIdentification(tx, params.id, { personId: params.person_id, lock: true });
    const { identification, estimatedWaitingTimeSeconds } = await request(tx, platform, found);
    return toRequestedIdentificationResource(identification, estimatedWaitingTimeSeconds);
  },
});
