import {
  endCaptureSessions,
  recordProofOfAddress,
  saveCaptureSession,
  scheduleJob,
  type TenantTx,
} from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../provider/record-report.ts';
import { isQuitReason } from './quit-reasons.ts';
import { Refusal } from './refusal.ts';
import { screenFor, stepsOf } from './screen.ts';
import type { OpenSitting } from './sitting.ts';

/**
 * Hands everything in. From here on the customer has nothing left to do, whatever comes of it.
 * Whether a specialist or a test case's robot decides is no concern of this half.
 */
export async function submitSitting(tx: TenantTx, sitting: OpenSitting): Promise<void> {
  const { session, identification } = sitting;
  if (session.submittedAt !== null) return;
  if (screenFor(sitting).id !== 'confirm') throw new Refusal('out_of_order');
  session.submittedAt = tx.now;
  const { proof } = session.flow;
  if (proof && stepsOf(sitting).some(({ id }) => id === 'proof_of_address'))
    await recordProofOfAddress(tx, identification.id, proof);
  await saveCaptureSession(tx, session);
  await scheduleJob(tx, { kind: 'examine', key: identification.id });
}

/** The customer gives up, and says why. The same link opens again. */
export async function quitSitting(
  tx: TenantTx,
  platform: Platform,
  sitting: OpenSitting,
  reason: string,
): Promise<void> {
  if (sitting.session.submittedAt !== null) throw new Refusal('out_of_order');
  if (!isQuitReason(reason)) throw new Refusal('reason_unknown');
  await abortSitting(tx, platform, sitting, reason);
}

/** Ends the sitting and the attempt with one of the published ABORTED reasons. */
export async function abortSitting(
  tx: TenantTx,
  platform: Platform,
  { session }: OpenSitting,
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
