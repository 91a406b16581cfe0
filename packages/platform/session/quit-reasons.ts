import type { Screen } from './current-screen.ts';

/** Parts of the journey, as far as reasons to stop differ. */
export type QuitStage = 'start' | 'code' | 'introduction' | 'choice' | 'document' | 'face' | 'end';

/**
 * The published ABORTED reasons that a customer can mean, and where in the journey each makes sense.
 * Not here: signing (not part of AutoIdent here) and the reasons that only the app itself can have.
 */
// biome-ignore format: a table
export const QUIT_REASONS = [
  // reason                                        stages
  ['USER_CANCELLATION_IDENTIFY_LATER',            'any'],
  ['USER_CANCELLATION_DOCUMENT_NOT_AVAILABLE',    ['introduction', 'choice', 'document']],
  ['USER_CANCELLATION_DOCUMENT_NOT_ACCEPTED',     ['choice', 'document']],
  ['USER_CANCELLATION_DOCUMENT_EXPIRED',          ['choice', 'document']],
  ['USER_CANCELLATION_CAMERA_ACCESS_DENIED',      ['introduction', 'document', 'face']],
  ['USER_CANCELLATION_APP_NOT_SCANNING',          ['document', 'face']],
  ['USER_CANCELLATION_SELFIE_NOT_READY',          ['face']],
  ['USER_CANCELLATION_INCORRECT_PHONE_NUMBER',    ['start', 'code']],
  ['USER_CANCELLATION_TERMS_DENIED',              ['start']],
  ['USER_CANCELLATION_UNDERAGE',                  ['start', 'introduction', 'choice']],
  ['USER_CANCELLATION_PRIVACY_CONCERNS',          'any'],
  ['USER_CANCELLATION_APP_NOT_RESPONDING',        ['code', 'document', 'face', 'end']],
  ['USER_CANCELLATION_USER_NOT_INTERESTED',       'any'],
] as const satisfies readonly (readonly [reason: string, stages: 'any' | readonly QuitStage[]])[];

export type QuitReason = (typeof QUIT_REASONS)[number][0];

// biome-ignore format: a table
const STAGE_BY_SCREEN = {
  start:        () => 'start',
  code:         () => 'code',
  introduction: () => 'introduction',
  document:     () => 'choice',
  proof:        () => 'document',
  capture:      stageOfStep,
  reading:      stageOfStep,
  feedback:     stageOfStep,
  confirm:      () => 'end',
  checking:     () => 'end',
  end:          () => 'end',
} as const satisfies Record<Screen['id'], (screen: Screen) => QuitStage>;

/** What the quit dialog offers on a screen, the likeliest first. */
export function quitReasonsOn(screen: Screen): QuitReason[] {
  const stage = STAGE_BY_SCREEN[screen.id](screen);
  return QUIT_REASONS.filter(([, stages]) => stages === 'any' || (stages as readonly string[]).includes(stage)).map(
    ([reason]) => reason,
  );
}

/** Any reason of the table is accepted from any screen: the customer may have meant to say it earlier. */
export function isQuitReason(reason: string): reason is QuitReason {
  return QUIT_REASONS.some(([known]) => known === reason);
}

function stageOfStep(screen: Screen): QuitStage {
  return 'step' in screen && (screen.step === 'selfie' || screen.step === 'liveness') ? 'face' : 'document';
}
