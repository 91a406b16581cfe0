import { CodedError } from '@reident/domain';

/** Every error that the capture answers its own page with, and its HTTP status. What the customer reads is the page's table. */
// biome-ignore format: a table
export const CAPTURE_ERRORS = {
  //                       status  meaning
  no_session:            [ 401, 'No session, or one that is unknown' ],
  session_over:          [ 401, 'Fifteen minutes without a step, or thirty in all' ],
  taken_over:            [ 401, 'The customer went on with another device' ],
  interrupted:           [ 401, 'The camera was left three times in the middle of a step' ],
  too_many_attempts:     [ 409, 'Five attempts were made for this identification' ],
  closed:                [ 410, 'The identification takes no more pictures' ],
  bad_request:           [ 400, 'The page sent something that the capture does not understand' ],
  cross_origin:        [ 403, 'The call did not come from the page itself' ],
  phone_invalid:         [ 422, 'Not a phone number that a code can be sent to' ],
  phone_sandbox:         [ 422, 'The sandbox takes numbers that begin with 0, and +15550101' ],
  consent_missing:       [ 422, 'A box is not ticked, or its text has changed since it was shown' ],
  sms_unavailable:       [ 503, 'This installation cannot send codes at the moment' ],
  code_wrong:            [ 422, 'Another code than the one sent' ],
  code_expired:          [ 422, 'The code is older than ten minutes' ],
  code_locked:           [ 410, 'Three wrong codes' ],
  resend_too_early:      [ 429, 'The last code went out less than 30 seconds ago' ],
  too_many_codes:        [ 429, 'Five codes were sent in this session' ],
  too_many_tries:        [ 429, 'More tries than a person makes' ],
  document_unknown:      [ 422, 'A kind of document or a State that is not in the table' ],
  out_of_order:          [ 409, 'Another step comes first' ],
  nonce_stale:           [ 409, 'The nonce is unknown, used up, of another step or older than 60 seconds' ],
  files_not_allowed:     [ 403, 'This partner wants pictures from the camera only' ],
  picture_too_large:     [ 413, 'A picture of more than 10 MB, or a recording of more than 60' ],
  picture_type:          [ 415, 'Neither JPEG nor PNG nor WebP' ],
  recording_unusable:    [ 422, 'Not a recording, or not of what was asked for in that order' ],
  upload_offset_mismatch:      [ 409, 'The offset of the chunk is not where the last one ended' ],
  upload_checksum_mismatch:         [ 409, 'The chunks do not match the reserved hash; the upload starts over from the first byte' ],
  proof_date:            [ 422, 'Not a day, or one to come' ],
  proof_too_old:         [ 422, 'The proof of address is older than the partner accepts' ],
  too_many_pictures:     [ 429, 'Forty files or 200 MB for this identification' ],
  reason_unknown:        [ 422, 'Not a reason that a customer can have' ],
} as const satisfies Record<string, readonly [status: number, meaning: string]>;

export type CaptureErrorCode = keyof typeof CAPTURE_ERRORS;

/** Whoever is told to wait, or that something is down, may try again after so many seconds. */
const RETRY_AFTER_SECONDS = 30;

/** An error of the capture. It carries a code and nothing about the customer. */
export class CaptureError extends CodedError<CaptureErrorCode> {
  override readonly name = 'CaptureError';

  constructor(code: CaptureErrorCode) {
    const [status, meaning] = CAPTURE_ERRORS[code];
    const comesBack = status === 429 || status === 503;
    super(code, { status, title: meaning }, meaning, comesBack ? { retryAfterSeconds: RETRY_AFTER_SECONDS } : {});
  }
}
