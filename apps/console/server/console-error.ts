import { CodedError } from '@reident/domain';

/** Errors of the console: the code is what the page translates, the sentence is for logs and for `curl`. */
// biome-ignore format: a table
export const CONSOLE_ERRORS = {
  //                        status  sentence
  signed_out:             { status: 401, message: 'Sign in with a new link.' },
  link_unusable:          { status: 410, message: 'This link was used before or has run out.' },
  cross_origin:           { status: 403, message: 'The request does not come from the console page.' },
  not_allowed:            { status: 403, message: 'Your role does not allow this.' },
  second_person_required: { status: 403, message: 'Somebody else has to take this decision, because you took the one before.' },
  model_not_found:        { status: 404, message: 'There is no such case for you.' },
  malformed:              { status: 400, message: 'The request is not understood.' },
  claimed_by_other:       { status: 409, message: 'Somebody else is working on this case.' },
  stale_version:          { status: 409, message: 'The case has changed since it was shown.' },
  not_offered:            { status: 409, message: 'This decision is not possible in the present status.' },
  picture_unusable:       { status: 422, message: 'No picture can be made of this capture.' },
  reason_needed:          { status: 422, message: 'Choose a reason that belongs to this decision.' },
  note_needed:            { status: 422, message: 'This decision needs a note.' },
  checklist_incomplete:   { status: 422, message: 'Every group of the checklist has to be ticked.' },
  too_many_openings:      { status: 429, message: 'More than thirty pictures or cases opened within a minute; wait a little.' },
  proposal_gone:          { status: 404, message: 'This proposal waits no longer.' },
  proposal_yours:         { status: 403, message: 'Another admin than the one who proposed it has to confirm.' },
  proposer_gone:          { status: 412, message: 'Whoever proposed it is no admin any more; withdraw it and propose anew.' },
  proposal_waits:         { status: 409, message: 'A change of this setting is proposed already; confirm or withdraw it first.' },
  face_curve_needed:      { status: 400, message: 'A live tenant cannot let the engine decide before REIDENT_FACE_CURVE names a measured curve of the face comparison.' },
  logo_unknown:           { status: 400, message: 'The logo must be one that was uploaded.' },
  internal:               { status: 500, message: 'Something went wrong; the log has it under this id.' },
} as const;

export type ConsoleErrorCode = keyof typeof CONSOLE_ERRORS;

export class ConsoleError extends CodedError<ConsoleErrorCode> {
  override readonly name = 'ConsoleError';

  constructor(code: ConsoleErrorCode, options: { retryAfterSeconds?: number } = {}) {
    const { status, message } = CONSOLE_ERRORS[code];
    super(code, { status, title: message }, message, options);
  }
}
