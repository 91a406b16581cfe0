import type { Language } from '@reident/domain';
import {
  type CaptureSession,
  endCaptureSessions,
  enterFunnelStep,
  findIdentification,
  type Identification,
  insertCaptureSession,
  listCaptureSessions,
  listCaptures,
  listEvents,
  loadCaptureSession,
  type StageTransition,
  saveCaptureSession,
  scheduleJob,
  supersedeCaptures,
  type TenantTx,
} from '@reident/store';
import type { TimeLimits } from '../platform.ts';
import { CaptureError, type CaptureErrorCode } from './capture-error.ts';
import { type SessionState, secondsBetween } from './current-screen.ts';
import { LIMITS } from './limits.ts';

/** An open session inside its transaction; the identification's row is locked, so two taps come one after the other. */
export interface OpenSession extends SessionState {
  identification: Identification;
}

/** Statuses in which the same link opens, and opens again [CAP-1]. */
const OPENABLE: ReadonlySet<string> = new Set(['pending', 'canceled', 'aborted']);
/** Statuses in which somebody is at what the customer has sent. They look like a submitted `pending` from outside [CAP-10]. */
const DECIDING: ReadonlySet<string> = new Set(['pending_successful', 'pending_failed']);

/**
 * What a link leads to at this moment.
 *
 * `open`: the customer can begin or go on. `submitted`: everything was sent and no result ended the attempt since.
 * `gone`: over for good, or never begun.
 */
export async function linkState(tx: TenantTx, identification: Identification): Promise<'open' | 'submitted' | 'gone'> {
  const { status, expiresAt } = identification;
  if (expiresAt !== null && expiresAt <= tx.now) return 'gone';
  if (DECIDING.has(status)) return 'submitted';
  if (!OPENABLE.has(status)) return 'gone';
  return (await isUnderReview(tx, identification.id)) ? 'submitted' : 'open';
}

/** Whether something was handed in that no result has ended yet. */
async function isUnderReview(tx: TenantTx, id: string): Promise<boolean> {
  const submissions = (await listCaptureSessions(tx, id)).flatMap(({ submittedAt }) => submittedAt ?? []);
  const last = submissions.at(-1);
  if (last === undefined) return false;
  const ended = (await listEvents(tx, id)).filter(({ to }) => to === 'canceled' || to === 'aborted').at(-1);
  return ended === undefined || ended.at < last;
}

/**
 * Begins a capture session. One on another device ends: the newest counts [CAP-4]. One that was entered without the link
 * takes over only once its code is right, see `verifyCode`.
 *
 * @returns the session, its cookie value, of which only a hash is stored, and the first stage transition to count
 * @throws CaptureError `too_many_attempts`
 */
export async function beginCaptureSession(
  tx: TenantTx,
  identification: Identification,
  options: { language: Language; entry: 'link' | 'phone' },
): Promise<{ session: CaptureSession; token: string; transition: StageTransition | null }> {
  if (options.entry === 'link') await assertAttemptLeft(tx, identification.id);
  const { session, cookieToken } = await insertCaptureSession(tx, {
    identification,
    language: options.language,
    flow: { entry: options.entry, code: null, introduced: false, nonce: null, kept: {} },
  });
  if (options.entry === 'link') await takeOver(tx, session);
  // Without the link it counts from when its phone is proven.
  const start = { step: 'start', phase: 'customer' } as const;
  const transition = options.entry === 'link' ? await enterFunnelStep(tx, session, start, null) : null;
  const over = new Date(tx.now.getTime() + (LIMITS.absoluteMinutes * 60 + 1) * 1000);
  await scheduleJob(tx, { kind: 'end_session', key: session.id, dueAt: over });
  return { session, token: cookieToken, transition };
}

/**
 * Five attempts per identification [CAP-4]. One without the link counts once its phone is proven, or strangers could use them up.
 *
 * @throws CaptureError `too_many_attempts`
 */
export async function assertAttemptLeft(tx: TenantTx, identificationId: string): Promise<void> {
  const all = await listCaptureSessions(tx, identificationId);
  const begun = all.filter(isBegun);
  if (begun.length >= LIMITS.attemptsPerIdentification) throw new CaptureError('too_many_attempts');
}

function isBegun({ flow, phoneVerified }: CaptureSession): boolean {
  return flow.entry === 'link' || phoneVerified;
}

/** Ends the other sessions; what they have captured is void, because one attempt is one person at one device. */
export async function takeOver(tx: TenantTx, session: CaptureSession): Promise<void> {
  await endCaptureSessions(tx, session.identificationId, 'taken_over', { except: session.id });
  await supersedeCaptures(tx, session.identificationId);
}

/** Whether a session can go on: not ended, not timed out. */
export async function isLive(tx: TenantTx, identification: Identification, sessionId: string): Promise<boolean> {
  const session = (await listCaptureSessions(tx, identification.id)).find(({ id }) => id === sessionId);
  return session !== undefined && session.endedAt === null && !isOver(session, tx.now);
}

/**
 * The session of a cookie, checked against the clock and the identification, and seen just now.
 *
 * @param limits  of this installation, where they are not the usual ones
 * @throws CaptureError `session_over`, `taken_over`, `interrupted` or `closed`
 */
export async function resumeSession(tx: TenantTx, found: CaptureSession, limits?: TimeLimits): Promise<OpenSession> {
  const identification = await findIdentification(tx, found.identificationId, { lock: true });
  const session = await loadCaptureSession(tx, found.id);
  if (session.endedAt !== null) throw new CaptureError(errorOfEnd(session.endReason));
  if (isOver(session, tx.now)) throw new CaptureError('session_over');
  if (session.submittedAt === null && (await linkState(tx, identification)) !== 'open')
    throw new CaptureError('closed');
  session.lastSeenAt = tx.now;
  await saveCaptureSession(tx, session);
  const readingSeconds = limits?.customerWaitsSeconds;
  return { identification, session, now: tx.now, readingSeconds, ...(await picturesOf(tx, session)) };
}

function errorOfEnd(reason: string | null): CaptureErrorCode {
  return reason === 'taken_over' || reason === 'interrupted' ? reason : 'session_over';
}

/** The live session, seen from outside: nothing is locked, and it does not count as activity. */
export async function watchSession(
  tx: TenantTx,
  identification: Identification,
  limits?: TimeLimits,
): Promise<SessionState | null> {
  const session = (await listCaptureSessions(tx, identification.id)).filter(isBegun).at(-1);
  if (session === undefined || session.endedAt !== null || isOver(session, tx.now)) return null;
  const readingSeconds = limits?.customerWaitsSeconds;
  return { session, now: tx.now, readingSeconds, ...(await picturesOf(tx, session)) };
}

/** The same session after the customer has acted. */
export async function reloadSession(tx: TenantTx, openSession: OpenSession): Promise<OpenSession> {
  return { ...openSession, ...(await picturesOf(tx, openSession.session)) };
}

export async function switchLanguage(tx: TenantTx, { session }: OpenSession, language: Language): Promise<void> {
  session.language = language;
  await saveCaptureSession(tx, session);
}

/** Fifteen minutes without a step, or thirty in all, in the tenant's time. */
function isOver({ startedAt, lastSeenAt }: CaptureSession, now: Date): boolean {
  const idle = secondsBetween(lastSeenAt, now) > LIMITS.idleMinutes * 60;
  return idle || secondsBetween(startedAt, now) > LIMITS.absoluteMinutes * 60;
}

async function picturesOf(
  tx: TenantTx,
  session: CaptureSession,
): Promise<Pick<SessionState, 'captures' | 'tries' | 'asks'>> {
  const all = await listCaptures(tx, session.identificationId, { includeSuperseded: true });
  const own = all.filter(({ sessionId }) => sessionId === session.id);
  const tries = new Map<string, number>();
  for (const { step } of own) tries.set(step, (tries.get(step) ?? 0) + 1);
  return { captures: own.filter(({ supersededAt }) => supersededAt === null), tries, asks: tx.tenant.settings };
}
