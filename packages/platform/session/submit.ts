import {
  endCaptureSessions,
  recordProofOfAddress,
  saveCaptureSession,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../provider/record-report.ts';
import { CaptureError } from './capture-error.ts';
import { screenFor, stepsOf } from './current-screen.ts';
import { isQuitReason } from './quit-reasons.ts';
import type { OpenSession } from './session-state.ts';

/**
 * Hands everything in. From here on the customer has nothing left to do, whatever comes of it.
 * Whether a specialist or a test case's robot decides is no concern of this half.
 */
export async function submitSession(tx: TenantTx, openSession: OpenSession): Promise<void> {
  const { session, identification } = openSession;
  if (session.submittedAt !== null) return;
  if (screenFor(openSession).id !== 'confirm') throw new CaptureError('out_of_order');
  session.submittedAt = tx.now;
  const { proof } = session.flow;
  if (proof && stepsOf(openSession).some(({ id }) => id === 'proof_of_address'))
    await recordProofOfAddress(tx, identification.id, proof);
  await saveCaptureSession(tx, session);
  await scheduleJob(tx, { kind: 'examine', key: identification.id });
}

/** The customer gives up, and says why. The same link opens again. */
export async function quitSession(
  tx: TenantTx,
  platform: Platform,
  openSession: OpenSession,
  reason: string,
): Promise<void> {
  if (openSession.session.submittedAt !== null) throw new CaptureError('out_of_order');
  if (!isQuitReason(reason)) throw new CaptureError('reason_unknown');
  await abortSession(tx, platform, openSession, reason);
}

/** Ends the session, and so the attempt, with one of the published ABORTED reasons. */
export async function abortSession(
  tx: TenantTx,
  platform: Platform,
  { session }: OpenSession,
  reason: string,
): Promise<void> {
  session.quitReason = reason;
  await saveCaptureSession(tx, session);
  await endCaptureSessions(tx, session.identificationId, 'aborted');
  await recordReport(tx, platform, session.identificationId, {
    result: 'ABORTED',
    reason,
    actor: { kind: 'customer', id: session.id },
  });
}
