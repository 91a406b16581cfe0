import type { Certainty } from './certainty.ts';

/** Every error that a caller can get: HTTP status, title, and when. Codes are spelled as published. */
// biome-ignore format: a table
export const ERRORS = {
  //                                     http  title                               certainty    source                            when
  invalid_model:                    error(400, 'Invalid Model',                    'published', 'API reference, errors',          'An attribute breaks a rule of the model'),
  validation_error:                 error(400, 'Validation Error',                 'published', 'API reference, errors',          'The request breaks another rule'),
  type_error:                       error(400, 'Type Error',                       'published', 'API reference, errors',          'An attribute has the wrong JSON type'),
  invalid_json:                     error(400, 'Invalid JSON',                     'published', 'API reference, errors',          'The body is not JSON'),
  invalid_webhook_url:              error(400, 'Invalid Webhook URL',              'published', 'API reference, errors',          'The verification request was not answered with success'),
  unsafe_webhook_url:               error(400, 'Unsafe Webhook URL',               'published', 'API reference, errors',          'The URL is not https'),
  build_pagination_headers_failure: error(400, 'Build Pagination Headers Failure', 'published', 'API reference, sample',          'The page asked for makes no sense'),
  deprecated_params:                error(400, 'Deprecated Parameters',            'seen',      'partner mock',                   'The attribute can no longer be changed'),
  bad_request:                      error(400, 'Bad Request',                      'seen',      'partner mock',                   'The body is not whole, or a part of it is missing'),
  token_required:                   error(401, 'Token Required',                   'published', 'API reference, errors',          'No Authorization header'),
  invalid_token:                    error(401, 'Invalid Token',                    'published', 'API reference, errors',          'The token is unknown, malformed or expired'),
  unauthorized_partner:             error(403, 'Unauthorized Partner',             'published', 'API reference, errors',          'The partner does not have the product'),
  unauthorized_action:              error(403, 'Unauthorized Action',              'published', 'API reference, errors',          'A policy forbids the action'),
  authorization_required:           error(403, 'Authorization Required',           'published', 'API reference, errors',          'The action needs a change request'),
  invalid_tan:                      error(403, 'Invalid TAN',                      'published', 'API reference, errors',          'A code is wrong or expired'),
  unauthorized_change_request:      error(403, 'Unauthorized Change Request',      'seen',      'partner mock',                   'Nobody can authorize the change'),
  second_person_required:           error(403, 'Second Person Required',           'ours',      'CON-5',                          'The same person may not do both steps'),
  model_not_found:                  error(404, 'Model Not Found',                  'published', 'API reference, errors',          'Unknown or malformed id, or of another tenant'),
  method_not_allowed:               error(405, 'Method Not Allowed',               'ours',      'HTTP; security requirements, API', 'The resource does not have this method'),
  request_timeout:                  error(408, 'Request Timeout',                  'ours',      'HTTP',                           'The request did not arrive in time'),
  record_not_unique:                error(409, 'Record Not Unique',                'published', 'API reference, errors',          'A value must be unique and is taken'),
  mobile_number_exists:             error(409, 'Mobile Number Exists',             'seen',      'partner mock',                   'The person has a mobile number already'),
  idempotency_in_progress:          error(409, 'Idempotency In Progress',          'ours',      'REL-9',                          'The first request with this key is still running'),
  step_out_of_order:                error(409, 'Step Out Of Order',                'ours',      'CAP-5',                          'The step is not due, or its nonce was used'),
  stale_version:                    error(409, 'Stale Version',                    'ours',      'CON-7',                          'The case changed since it was opened'),
  link_gone:                        error(410, 'Link Gone',                        'ours',      'CAP-1',                          'The link is unknown, expired or used up'),
  wrong_status:                     error(412, 'Wrong Status',                     'inferred',  'front-end SDK, HTTP 412',        'The identification is in a status that forbids this'),
  request_too_large:                error(413, 'Request Too Large',                'ours',      'HTTP; API-6',                    'The body is too large'),
  media_too_large:                  error(413, 'Media Too Large',                  'ours',      'UPL-1',                          'A picture has too many bytes or pixels, or a clip is too long'),
  media_too_small:                  error(422, 'Media Too Small',                  'ours',      'UPL-1',                          'A picture has too few pixels to read anything on it'),
  unsupported_media_type:           error(415, 'Unsupported Media Type',           'ours',      'HTTP; UPL-1',                    'The content type is not accepted here'),
  unprocessable_entity:             error(422, 'Unprocessable Entity',             'seen',      'partner mock',                   'Well-formed, but it cannot be done'),
  idempotency_conflict:             error(422, 'Idempotency Conflict',             'ours',      'REL-9',                          'The key was used with another request'),
  unreadable_media:                 error(422, 'Unreadable Media',                 'ours',      'UPL-2',                          'The picture or clip cannot be decoded'),
  checklist_incomplete:             error(422, 'Checklist Incomplete',             'ours',      'CON-7',                          'The specialist has not looked at everything'),
  too_many_requests:                error(429, 'Too Many Requests',                'ours',      'API-8',                          'More than the limit allows; see Retry-After'),
  headers_too_large:                error(431, 'Headers Too Large',                'ours',      'HTTP',                           'The headers are too large'),
  generic_error:                    error(500, 'Generic Error',                    'published', 'API reference, errors',          'A bug on our side; quote the id'),
  not_implemented_error:            error(501, 'Not Implemented',                  'published', 'API reference, errors',          'Part of the API, but not of this platform'),
  bad_gateway:                      error(502, 'Bad Gateway',                      'published', 'API reference, errors',          'The provider gave an answer that makes no sense'),
  service_unavailable:              error(503, 'Service Unavailable',              'ours',      'REL-5',                          'Something that we need is down; see Retry-After'),
  gateway_timeout:                  error(504, 'Gateway Timeout',                  'published', 'API reference, errors',          'The provider did not answer in time'),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorRow {
  status: number;
  title: string;
  certainty: Certainty;
  source: string;
  when: string;
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}

function error(status: number, title: string, certainty: Certainty, source: string, when: string): ErrorRow {
  return { status, title, certainty, source, when };
}
