import { addressOn, isProofOfAddressType } from '@reident/domain';
import { saveCaptureSession, type TenantTx } from '@reident/store';
import { CaptureError } from './capture-error.ts';
import { screenFor, stepsOf } from './current-screen.ts';
import type { OpenSession } from './session-state.ts';

/**
 * What the letter is and when it was written, asked before it is pictured: one that is too old need not be searched for.
 *
 * @param issuedAt  `YYYY-MM-DD`
 * @throws CaptureError `proof_date` for no day, or one to come; `proof_too_old`; `bad_request` for a kind that is not in the table
 */
export async function describeProof(
  tx: TenantTx,
  openSession: OpenSession,
  type: string,
  issuedAt: string,
): Promise<void> {
  const { session, now } = openSession;
  if (session.submittedAt !== null || !stepsOf(openSession).some(({ id }) => id === 'proof_of_address'))
    throw new CaptureError('out_of_order');
  if (!isProofOfAddressType(type)) throw new CaptureError('bad_request');
  const today = now.toISOString().slice(0, 10);
  if (!isDay(issuedAt) || issuedAt > today) throw new CaptureError('proof_date');
  if (issuedAt < monthsBefore(today, tx.tenant.settings.proofOfAddressMonths)) throw new CaptureError('proof_too_old');
  session.flow.proof = { type, issuedAt };
  await saveCaptureSession(tx, session);
}

/** The customer says that the document shows the address, where only some versions of it do. Whether it is so, a specialist sees. */
export async function addressIsOnDocument(tx: TenantTx, openSession: OpenSession): Promise<void> {
  const { session } = openSession;
  const screen = screenFor(openSession);
  const mayBe = addressOn(session.documentKind ?? '', session.issuingState) === 'some_versions';
  if (!mayBe || !(screen.id === 'proof' || ('step' in screen && screen.step === 'proof_of_address')))
    throw new CaptureError('out_of_order');
  session.flow.addressOnDocument = true;
  await saveCaptureSession(tx, session);
}

/** The earliest day that is still accepted. A month that has no such day ends with its last one. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
