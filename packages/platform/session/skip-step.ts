import { saveCaptureSession, supersedeCapture, type TenantTx } from '@reident/store';
import { CaptureError } from './capture-error.ts';
import { isDue, stepsOf } from './current-screen.ts';
import type { OpenSession } from './session-state.ts';

/**
 * On without a step, for whoever cannot do it: turn the head, hold and tilt a card, use this device's camera for a recording.
 * Nobody is asked why. It is marked in the case, and no software approves such a case: a specialist decides.
 *
 * @throws CaptureError `out_of_order` where the step is not due, or has no other way
 */
export async function skipStep(tx: TenantTx, openSession: OpenSession, id: string): Promise<void> {
  const { session, captures } = openSession;
  if (session.flow.without?.includes(id)) return;
  const step = stepsOf(openSession).find((candidate) => candidate.id === id);
  if (step?.otherwise !== 'without' || !isDue(openSession, id)) throw new CaptureError('out_of_order');
  for (const capture of captures) if (capture.step === id) await supersedeCapture(tx, capture.id);
  session.flow.without = [...(session.flow.without ?? []), id];
  session.flow.nonce = null;
  await saveCaptureSession(tx, session);
}
