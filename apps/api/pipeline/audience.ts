import { ERRORS, PlatformError } from '@reident/domain';
import type { Audience, Told } from '@reident/http';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { errorsOfInvalid } from './invalid-request.ts';

export const ErrorItem = answerComponent(
  'Error',
  z
    .object({
      id: z.string().describe('Quote this id when you ask about the error'),
      status: z.int().min(400).max(599).describe('The HTTP status'),
      code: z.string().describe('What happened, for programs'),
      title: z.string(),
      detail: z.string().describe('What happened, for people: names fields and rules, never values'),
      source: z
        .object({ field: z.string(), message: z.string() })
        .optional()
        .describe('Only where one attribute is to blame'),
    })
    .describe('One error'),
);

export const ErrorBody = answerComponent(
  'Errors',
  z.object({ errors: z.array(ErrorItem).min(1) }).describe('Every error has this envelope'),
);

/** The only place that knows the envelope of an error. */
export function toErrorBody(told: readonly Told[]): z.output<typeof ErrorBody> {
  return { errors: told.map(toErrorItem) };
}

function toErrorItem({ id, error }: Told): z.output<typeof ErrorItem> {
  const { status, code, title, detail, field, fieldMessage } = error;
  const source = field === undefined ? undefined : { field, message: fieldMessage ?? detail };
  return { id, status, code, title, detail, ...(source && { source }) };
}

/** A partner: codes as they are published, several where a request has several faults. */
export const PARTNER: Audience = {
  wordsFor: (error) => (error instanceof PlatformError ? error : null),
  invalid: errorsOfInvalid,
  refused: ({ code }) => REFUSED[code]?.() ?? null,
  bug: () => new PlatformError('generic_error', GENERIC_DETAIL),
  headers: (status): Record<string, string> => (status === 401 ? { 'www-authenticate': 'Bearer realm="reident"' } : {}),
  body: toErrorBody,
};

const GENERIC_DETAIL = 'Something went wrong on our side; quote the id of this error when you ask about it';

/** What the HTTP server and the upload reader throw, as platform errors. */
const REFUSED: Readonly<Record<string, () => PlatformError>> = {
  BODY_CUT_SHORT: () => new PlatformError('bad_request', 'The body did not come whole'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new PlatformError('unsupported_media_type', ERRORS.unsupported_media_type.when),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => new PlatformError('unsupported_media_type', 'Send multipart/form-data'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new PlatformError('request_too_large', ERRORS.request_too_large.when),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new PlatformError('bad_request', 'The body is shorter or longer than announced'),
  FST_REQ_FILE_TOO_LARGE: () => new PlatformError('request_too_large', ERRORS.request_too_large.when),
  FST_PARTS_LIMIT: () => new PlatformError('request_too_large', 'The body has too many parts'),
  FST_FILES_LIMIT: () => new PlatformError('request_too_large', 'The body has more than one file'),
  FST_FIELDS_LIMIT: () => new PlatformError('request_too_large', 'The body has too many fields'),
  FST_PROTO_VIOLATION: () => new PlatformError('bad_request', 'A part has a name that is not allowed'),
};
