import { scenarioFor } from '@reident/identification';
import { endCaptureSessions, findPerson, saveCaptureSession, scheduleJob, type TenantTx } from '@reident/store';
import type { Platform } from '../platform.ts';
import { recordReport } from '../record-report.ts';
import { isQuitReason } from './quit-reasons.ts';
import { Refusal } from './refusal.ts';
import { screenFor } from './screen.ts';
import type { OpenSitting } from './sitting.ts';

/**
 * Hands everything in. From here on the customer has nothing left to do, whatever comes of it.
 * A test case's robot decides in place of the engine and the specialist; the customer's part is the same.
 */
export async function submit(tx: TenantTx, sitting: OpenSitting): Promise<void> {
  const { session, identification } = sitting;
  if (session.submittedAt !== null) return;
  if (screenFor(sitting).id !== 'confirm') throw new Refusal('out_of_order');
  session.submittedAt = tx.now;
  await saveCaptureSession(tx, session);
  const kind = (await hasRobot(tx, identification.personId)) ? 'robot' : 'examine';
  await scheduleJob(tx, { kind, key: identification.id, payload: { identificationId: identification.id } });
}

async function hasRobot(tx: TenantTx, personId: string): Promise<boolean> {
  if (tx.tenant.kind !== 'sandbox') return false;
  const { first_name, last_name } = (await findPerson(tx, personId)).attributes;
  return scenarioFor(first_name ?? '', last_name ?? '', tx.tenant.settings.robots) !== null;
}

/** The customer gives up, and says why. The same link opens again. */
export async function quit(tx: TenantTx, platform: Platform, sitting: OpenSitting, reason: string): Promise<void> {
  if (sitting.session.submittedAt !== null) throw new Refusal('out_of_order');
  if (!isQuitReason(reason)) throw new Refusal('reason_unknown');
  await abort(tx, platform, sitting, reason);
}

/** Ends the sitting and the attempt with one of the published ABORTED reasons. */
export async function abort(tx: TenantTx, platform: Platform, { session }: OpenSitting, reason: string): Promise<void> {
  await endCaptureSessions(tx, session.identificationId, 'aborted');
  await recordReport(tx, platform, session.identificationId, {
    result: 'ABORTED',
    reason,
    actor: { kind: 'customer', id: session.id },
  });
}
