import { isReason, REASONS, type Reason } from '@reident/domain';
import { type CaptureReading, feedbackFor } from '@reident/engine';
import type { Capture, CaptureSession } from '@reident/store';
import { LIMITS } from './limits.ts';
import { type Asks, type Step, type StepId, stepsFor } from './steps.ts';

/** A capture session as the flow sees it: its row, its pictures and the tenant's time. */
export interface SessionState {
  session: CaptureSession;
  /** Pictures of this session that count, newest of each step. */
  captures: Capture[];
  /** How many pictures were taken of each step, the replaced ones included. */
  tries: ReadonlyMap<string, number>;
  /** What the tenant asks for. */
  asks: Asks;
  now: Date;
  /** How long the customer waits for a reading, where it is not `LIMITS.readingSeconds`. */
  readingSeconds?: number;
}

/** Where the customer is. The first row whose question is open; the page draws it and decides nothing. */
export type Screen =
  | { id: 'start' | 'code' | 'introduction' | 'document' | 'proof' | 'confirm' | 'end' }
  | { id: 'capture' | 'reading'; step: StepId }
  | { id: 'feedback'; step: StepId; reason: string | null; mayKeep: boolean }
  | { id: 'checking'; read: number; of: number };

export type ScreenId = Screen['id'];

/**
 * The screen that the customer is due.
 *
 * ```
 * submitted, pictures still being read          checking
 * submitted                                     end
 * no phone number or no consents                start
 * number not proven by its code                 code
 * introduction not read                         introduction
 * document not chosen                           document
 * the proof of address not described            proof
 * a step without a picture or recording         capture
 * one not yet read                              reading, for at most 25 s
 * one with something wrong, not kept            feedback
 * everything there                              confirm
 * ```
 */
export function screenFor(state: SessionState): Screen {
  const { session } = state;
  if (session.submittedAt !== null) return screenAfterSubmission(state, session.submittedAt);
  if (session.phoneNumber === null || session.consents.length === 0) return { id: 'start' };
  if (!session.phoneVerified) return { id: 'code' };
  if (!session.flow.introduced) return { id: 'introduction' };
  for (const { id } of stepsOf(state)) {
    const open = openScreenOf(id, state);
    if (open !== null) return open;
  }
  return session.documentKind === null ? { id: 'document' } : { id: 'confirm' };
}

/** The steps of this session, in order. */
export function stepsOf({ session, asks }: Pick<SessionState, 'session' | 'asks'>): readonly (Step & { id: StepId })[] {
  return stepsFor(session, asks);
}

/** Steps with a picture that counts, in order, for the progress line. */
export function doneSteps(state: SessionState): StepId[] {
  return stepsOf(state)
    .map(({ id }) => id)
    .filter((id) => openScreenOf(id, state) === null);
}

/** The step at hand, or one that the customer wants to take again. */
export function isDue(state: SessionState, step: string): boolean {
  const screen = screenFor(state);
  if (state.session.submittedAt !== null || !stepsOf(state).some(({ id }) => id === step)) return false;
  return ('step' in screen && screen.step === step) || doneSteps(state).some((id) => id === step);
}

/** What is left to do about one step; null when its picture counts. */
function openScreenOf(step: StepId, state: SessionState): Screen | null {
  const { session, captures, tries, now, readingSeconds = LIMITS.readingSeconds } = state;
  const capture = captures.find((candidate) => candidate.step === step);
  if (session.flow.without?.includes(step)) return null;
  if (step === 'proof_of_address' && !session.flow.proof) return { id: 'proof' };
  if (capture === undefined) return { id: 'capture', step };
  if (session.flow.kept[step] === capture.id) return null;
  if (capture.reading === null) {
    return secondsBetween(capture.createdAt, now) < readingSeconds ? { id: 'reading', step } : null;
  }
  const { ok, reason } = feedbackOn(capture);
  if (ok) return null;
  return { id: 'feedback', step, reason, mayKeep: (tries.get(step) ?? 1) >= LIMITS.keepableFromTry };
}

/**
 * What the engine says about one picture, as far as the customer can mend it. A suspicion is never shown [CAP-10],
 * and a picture that cannot be opened is one to take again.
 */
function feedbackOn(capture: Capture): { ok: boolean; reason: string | null } {
  const reading = capture.reading as CaptureReading | { unreadable: string };
  if ('unreadable' in reading) return { ok: false, reason: adviceOn(capture.step, reading.unreadable) };
  const { ok, reason } = feedbackFor(reading.step, reading);
  const mendable = reason === null || (isReason(reason) && REASONS[reason].group === 'CANCELLED');
  return { ok: ok || !mendable, reason };
}

/** Too few pixels are mended by moving closer, as the advice for data that cannot be read says. */
function adviceOn(step: string, unreadable: string): Reason | null {
  return unreadable === 'media_too_small' && step.startsWith('document') ? 'ID_DATA' : null;
}

/** Waits for the reading of the pictures and for nothing that depends on what is in them [CAP-10]. */
function screenAfterSubmission({ captures, now }: SessionState, submittedAt: Date): Screen {
  const read = captures.filter(({ reading }) => reading !== null).length;
  const waiting = read < captures.length && secondsBetween(submittedAt, now) < LIMITS.checkingSeconds;
  return waiting ? { id: 'checking', read, of: captures.length } : { id: 'end' };
}

export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
