import { saveCaptureSession, type TenantTx } from '@reident/store';
import { screenFor } from './current-screen.ts';
import { LIMITS } from './limits.ts';
import type { OpenSession } from './session-state.ts';

/**
 * The customer looked elsewhere while the camera was open. The step begins again, under a nonce of its own; the third
 * time ends the session. The case stays open, and the same link opens again [CAP-11].
 *
 * @returns whether the session is over
 */
export async function interruptSession(tx: TenantTx, openSession: OpenSession): Promise<boolean> {
  const { session, now } = openSession;
  const screen = screenFor(openSession);
  if (!('step' in screen) && screen.id !== 'confirm') return false;
  const interruptions = (session.flow.interruptions ?? 0) + 1;
  session.flow.interruptions = interruptions;
  if (session.flow.nonce?.captureId === null && !session.flow.nonce.upload) session.flow.nonce = null;
  const over = interruptions >= LIMITS.interruptions;
  if (over) {
    session.endedAt = now;
    session.endReason = 'interrupted';
  }
  await saveCaptureSession(tx, session);
  return over;
}
