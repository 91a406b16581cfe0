import {
  type CaptureSession,
  endCaptureSessions,
  findIdentification,
  findLatestCaptureSession,
  type Identification,
  insertCaptureSession,
  listCaptures,
  listEvents,
  type TenantTx,
} from '@reident/store';
import type { PageLanguage } from './consents.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';
import { type Sitting, secondsBetween } from './screen.ts';

/** A sitting inside its transaction; the identification's row is locked, so two taps come one after the other. */
export interface OpenSitting extends Sitting {
  identification: Identification;
}

/** Statuses in which the same link opens (again) [CAP-1]. */
const OPENABLE: ReadonlySet<string> = new Set(['pending', 'canceled', 'aborted']);
/** Statuses in which the customer has done everything and somebody is still at it: all look the same from outside [CAP-10]. */
const UNDER_REVIEW: ReadonlySet<string> = new Set(['pending', 'pending_successful', 'pending_failed']);

/**
 * What a link leads to at this moment.
 *
 * `open`: the customer can begin or go on. `submitted`: everything was sent and no result came since.
 * `gone`: over for good, or never begun.
 */
export async function linkState(tx: TenantTx, identification: Identification): Promise<'open' | 'submitted' | 'gone'> {
  const { status, expiresAt } = identification;
  if (expiresAt !== null && expiresAt <= tx.now) return 'gone';
  const submittedAt = await lastSubmission(tx, identification.id);
  if (submittedAt !== null && !(await endedSince(tx, identification.id, submittedAt))) {
    return UNDER_REVIEW.has(status) || OPENABLE.has(status) ? 'submitted' : 'gone';
  }
  return OPENABLE.has(status) ? 'open' : 'gone';
}

/**
 * Begins a sitting. A sitting on another device ends: the newest one counts [CAP-4].
 *
 * @param entry  `phone` sittings take over only once their code is right, see `proveCode`
 * @returns the sitting's cookie value, which is stored as a hash only
 */
export async function openSitting(
  tx: TenantTx,
  identification: Identification,
  options: { language: PageLanguage; entry: 'link' | 'phone' },
): Promise<{ session: CaptureSession; token: string }> {
  if (options.entry === 'link') await endCaptureSessions(tx, identification.id, 'taken_over');
  return insertCaptureSession(tx, {
    identificationId: identification.id,
    personId: identification.personId,
    language: options.language === 'de' ? 'DE' : 'EN',
    flow: { entry: options.entry, code: null, introduced: false, nonce: null, kept: {} },
  });
}

/**
 * The sitting behind a session, checked against the clock and the identification.
 *
 * @throws Refusal `session_over`, `taken_over` or `closed`
 */
export async function resumeSitting(tx: TenantTx, found: CaptureSession): Promise<OpenSitting> {
  const identification = await findIdentification(tx, found.identificationId, { lock: true });
  const session = (await findLatestCaptureSession(tx, found.identificationId, found.id)) ?? found;
  if (session.endedAt !== null) throw new Refusal(session.endReason === 'taken_over' ? 'taken_over' : 'session_over');
  if (isOver(session, tx.now)) throw new Refusal('session_over');
  const state = await linkState(tx, identification);
  if (state === 'gone' && session.submittedAt === null) throw new Refusal('closed');
  if (state === 'submitted' && session.submittedAt === null) throw new Refusal('closed');
  return { identification, session, now: tx.now, ...(await picturesOf(tx, session)) };
}

/** Fifteen minutes without a step, or thirty in all, in the tenant's time. */
function isOver({ startedAt, lastSeenAt }: CaptureSession, now: Date): boolean {
  return (
    secondsBetween(lastSeenAt, now) > LIMITS.idleMinutes * 60 || secondsBetween(startedAt, now) > LIMITS.absoluteMinutes * 60
  );
}

async function picturesOf(tx: TenantTx, session: CaptureSession): Promise<Pick<Sitting, 'captures' | 'attempts'>> {
  const all = (await listCaptures(tx, session.identificationId)).filter(({ sessionId }) => sessionId === session.id);
  const attempts = new Map<string, number>();
  for (const { step } of all) attempts.set(step, (attempts.get(step) ?? 0) + 1);
  return { captures: all.filter(({ supersededAt }) => supersededAt === null), attempts };
}
