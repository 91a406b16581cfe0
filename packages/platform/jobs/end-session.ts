import { findIdentification, type LeasedJob, loadCaptureSession, saveCaptureSession } from '@reident/store';
import type { Platform } from '../platform.ts';
import { dropChunks } from '../session/upload.ts';

/**
 * What is left to do when a session cannot live any longer: it is marked as over if nothing has ended it, and what had arrived
 * of an upload that never became whole is deleted.
 */
export async function endSession(job: LeasedJob, platform: Platform): Promise<void> {
  const dropped = await platform.database.inTenant(job.tenantId, async (tx) => {
    const { identificationId } = await loadCaptureSession(tx, job.key);
    await findIdentification(tx, identificationId, { lock: true });
    const session = await loadCaptureSession(tx, job.key, { lock: true });
    const timedOut = session.endedAt === null && session.submittedAt === null;
    if (timedOut) {
      session.endedAt = tx.now;
      session.endReason = 'timed_out';
    }
    await dropChunks(platform, session);
    if (session.flow.nonce) session.flow.nonce.upload = null;
    await saveCaptureSession(tx, session);
    return timedOut ? session.at : null;
  });
  if (dropped !== null) platform.funnel?.ended(dropped.step, 'timed_out');
}
