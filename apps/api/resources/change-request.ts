import type { Platform } from '@reident/platform';
import type { ChangeRequest } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { AnsweredTime, idOf } from '../contract/schemas.ts';

export const ChangeRequestId = idOf('change request', 'csc');

const CORE = {
  id: ChangeRequestId,
  status: z.enum(['AUTHORIZATION_REQUIRED', 'CONFIRMATION_REQUIRED', 'COMPLETED', 'FAILED']),
  updated_at: AnsweredTime,
};

export const ChangeRequestResource = answerComponent(
  'ChangeRequest',
  z
    .object({
      ...CORE,
      url: z.string().describe('Where the change is authorized'),
      string_to_sign: z.string().optional().describe('With device_signing: what the device signs'),
    })
    .describe('The person has to authorize the change'),
);

export const ConfirmedChangeResource = answerComponent(
  'ConfirmedChange',
  z.object({
    ...CORE,
    response_code: z.int().min(200).max(599).describe('What the changed call would have answered'),
    response_body: z.record(z.string(), z.unknown()).describe('The changed resource'),
  }),
);

export function toChangeRequestResource(
  request: ChangeRequest,
  { config }: Platform,
): z.output<typeof ChangeRequestResource> {
  const { id, status, updatedAt } = request;
  return {
    id,
    status,
    updated_at: updatedAt.toISOString(),
    url: `${config.publicUrl}/v1/change_requests/${id}/authorize`,
    ...(request.signing && { string_to_sign: request.signing.stringToSign }),
  };
}
