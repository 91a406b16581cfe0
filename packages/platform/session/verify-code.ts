import { timingSafeEqual } from 'node:crypto';
import { saveCaptureSession, type TenantTx } from '@reident/store';
import { CaptureError } from './capture-error.ts';
import { secondsBetween } from './current-screen.ts';
import { LIMITS } from './limits.ts';
import { assertAttemptLeft, type OpenSession, takeOver } from './session-state.ts';

/**
 * Takes the six digits that the customer typed.
 *
 * Three wrong ones end the session. Behind the link that aborts the identification (`locked`), and the same link opens again.
 * Without the link nothing happens to the identification, or strangers could end it: the session only stays deaf.
 *
 * @returns whether the code was right; the count of wrong ones is saved either way
 * @throws CaptureError `out_of_order`, `code_expired` or `too_many_attempts`
 */
export async function verifyCode(
  tx: TenantTx,
  openSession: OpenSession,
  given: string,
): Promise<'right' | 'wrong' | 'locked'> {
  const { session, now } = openSession;
  if (session.phoneVerified) return 'right';
  if (session.phoneNumber === null) throw new CaptureError('out_of_order');
  const { code, entry } = session.flow;
  if (session.otpTries >= LIMITS.codeTries) return entry === 'link' ? 'locked' : 'wrong';
  if (code !== null && secondsBetween(new Date(code.sentAt), now) > LIMITS.codeMinutes * 60)
    throw new CaptureError('code_expired');
  if (code === null || !sameDigits(given, code.value)) {
    session.otpTries += 1;
    await saveCaptureSession(tx, session);
    return session.otpTries >= LIMITS.codeTries && entry === 'link' ? 'locked' : 'wrong';
  }
  if (entry === 'phone') {
    await assertAttemptLeft(tx, session.identificationId);
    await takeOver(tx, session);
  }
  session.phoneVerified = true;
  session.flow.code = null;
  await saveCaptureSession(tx, session);
  return 'right';
}

function sameDigits(given: string, expected: string): boolean {
  const digits = Buffer.from(given.replace(/\D/g, ''));
  const wanted = Buffer.from(expected);
  return digits.length === wanted.length && timingSafeEqual(digits, wanted);
}
