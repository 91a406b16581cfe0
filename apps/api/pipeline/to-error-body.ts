import { ERRORS, newId, PlatformError } from '@reident/domain';
import { DatabaseUnavailable } from '@reident/store';
import { z } from 'zod';
import { answerComponent } from '../contract/components.ts';
import { InvalidRequest } from './validate.ts';

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
export function toErrorBody(errors: readonly PlatformError[]): z.output<typeof ErrorBody> {
  return { errors: errors.map(toErrorItem) };
}

function toErrorItem({ status, code, title, detail, field, fieldMessage }: PlatformError): z.output<typeof ErrorItem> {
  const source = field === undefined ? undefined : { field, message: fieldMessage ?? detail };
  return { id: newId('ex'), status, code, title, detail, ...(source && { source }) };
}

/** The platform errors in anything that was thrown; empty where it was a bug. */
export function platformErrorsIn(thrown: unknown): readonly PlatformError[] {
  if (thrown instanceof PlatformError) return [thrown];
  if (thrown instanceof InvalidRequest) return thrown.errors;
  if (thrown instanceof DatabaseUnavailable) {
    const { retryAfterSeconds } = thrown;
    return [new PlatformError('service_unavailable', 'Try again in a moment', { retryAfterSeconds })];
  }
  const error = PLATFORM_ERRORS[codeOf(thrown)];
  return error ? [error()] : [];
}

/** What the HTTP server and the upload reader throw, as platform errors. */
const PLATFORM_ERRORS: Readonly<Record<string, () => PlatformError>> = {
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

function codeOf(thrown: unknown): string {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}
