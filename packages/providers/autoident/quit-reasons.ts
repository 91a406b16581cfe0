/**
 * The published ABORTED reasons that a customer can mean, and the screens on which each makes sense.
 * Not here: signing (not part of AutoIdent here) and the reasons that only the app itself can have.
 */
// biome-ignore format: a table
export const QUIT_REASONS = [
  // reason                                        screens
  ['USER_CANCELLATION_IDENTIFY_LATER',            'any'],
  ['USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE',    ['introduction', 'document', 'capture', 'feedback']],
  ['USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED',     ['document', 'capture', 'feedback']],
  ['USER_CANCELLATION_DOCUMENT_EXPIRED',          ['document', 'capture', 'feedback']],
  ['USER_CANCELLATION_CAMERA_ACCESS_DENIED',      ['introduction', 'capture', 'feedback']],
  ['USER_CANCELLATION_APP_NOT_SCANNING',          ['capture', 'reading', 'feedback']],
  ['USER_CANCELLATION_SELFIE_NOT_READY',          ['capture', 'reading', 'feedback']],
  ['USER_CANCELLATION_INCORRECT_PHONE_NUMBER',    ['start', 'code']],
  ['USER_CANCELLATION_TERMS_DENIED',              ['start']],
  ['USER_CANCELLATION_UNDERAGE',                  ['start', 'introduction', 'document']],
  ['USER_CANCELLATION_PRIVACY_CONCERNS',          'any'],
  ['USER_CANCELLATION_APP_NOT_RESPONDING',        'any'],
  ['USER_CANCELLATION_USER_NOT_INTERESTED',       'any'],
] as const satisfies readonly (readonly [reason: string, screens: 'any' | readonly string[]])[];

export type QuitReason = (typeof QUIT_REASONS)[number][0];

/** What the quit dialog offers on a screen, the likeliest first. */
export function quitReasonsOn(screen: string): QuitReason[] {
  return QUIT_REASONS.filter(([, screens]) => screens === 'any' || (screens as readonly string[]).includes(screen)).map(
    ([reason]) => reason,
  );
}

/** Any reason of the table is accepted from any screen: the customer may have meant to say it earlier. */
export function isQuitReason(reason: string): reason is QuitReason {
  return QUIT_REASONS.some(([known]) => known === reason);
}
