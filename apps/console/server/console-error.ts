import { CodedError } from '@reident/domain';
import { type Messages, messages } from '@reident/messages';

/** Errors of the console, and the HTTP status of each. The page says them in its language; logs and `curl` have the English sentence. */
// biome-ignore format: a table
export const CONSOLE_ERRORS = {
  signed_out:             401,
  link_unusable:          410,
  cross_origin:           403,
  not_allowed:            403,
  second_person_required: 403,
  model_not_found:        404,
  malformed:              400,
  claimed_by_other:       409,
  stale_version:          409,
  not_offered:            409,
  picture_unusable:       422,
  reason_needed:          422,
  note_needed:            422,
  checklist_incomplete:   422,
  too_many_openings:      429,
  proposal_gone:          404,
  proposal_yours:         403,
  proposer_gone:          412,
  proposal_waits:         409,
  face_curve_needed:      400,
  logo_unknown:           400,
  carrier_missing:        422,
  campaign_moved:         409,
  internal:               500,
} as const satisfies Partial<Record<keyof Messages['errors'], number>>;

export type ConsoleErrorCode = keyof typeof CONSOLE_ERRORS;

export class ConsoleError extends CodedError<ConsoleErrorCode> {
  override readonly name = 'ConsoleError';

  constructor(code: ConsoleErrorCode, options: { retryAfterSeconds?: number } = {}) {
    const message = sentenceOf(code);
    super(code, { status: CONSOLE_ERRORS[code], title: message }, message, options);
  }
}

export function sentenceOf(code: ConsoleErrorCode): string {
  return messages('en').errors[code];
}
