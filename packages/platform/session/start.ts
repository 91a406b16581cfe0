import type { Language } from '@reident/domain';
import { messages } from '@reident/messages';
import { findPerson, listCaptureSessions, saveCaptureSession, type TenantTx } from '@reident/store';
import { CaptureError } from './capture-error.ts';
import { consentRecords } from './consents.ts';
import { secondsBetween } from './current-screen.ts';
import { LIMITS } from './limits.ts';
import { isSameNumber, newCode, parsePhoneNumber, type SmsMessage } from './phone.ts';
import type { OpenSession } from './session-state.ts';

export interface StartInput {
  phone: string;
  /** Version of each text that was ticked. */
  consents: Readonly<Record<string, string | undefined>>;
  language: Language;
}

/**
 * The start page: a number, the ticked boxes. Consents are stored before anything else can happen [CAP-7].
 * A number given again replaces the old one and has to be proven again.
 *
 * @returns the message to send once the transaction is committed; null where the sandbox shows the code instead, and for a
 *   number that is not the one on file, about which whoever asks learns nothing
 */
export async function submitStartPage(
  tx: TenantTx,
  openSession: OpenSession,
  input: StartInput,
): Promise<SmsMessage | null> {
  const { session } = openSession;
  const phoneNumber = parsePhoneNumber(input.phone, tx.tenant.kind);
  const consents = consentRecords(input.consents, input.language, tx.now);
  if (consents === null) throw new CaptureError('consent_missing');
  const known = session.flow.entry === 'phone' ? await isKnownNumber(tx, openSession, phoneNumber) : true;
  session.phoneNumber = phoneNumber;
  session.phoneVerified = false;
  session.consents = consents;
  session.language = input.language;
  if (!known) session.flow.code = null;
  const message = known ? newMessage(tx, openSession) : null;
  await saveCaptureSession(tx, session);
  return message;
}

/** Another code to the same number: after 30 seconds, and five times at most. */
export async function resendCode(tx: TenantTx, openSession: OpenSession): Promise<SmsMessage | null> {
  const { session, now } = openSession;
  const { code } = session.flow;
  if (session.phoneNumber === null || session.phoneVerified) throw new CaptureError('out_of_order');
  if (code === null) return null;
  if (secondsBetween(new Date(code.sentAt), now) < LIMITS.resendSeconds) throw new CaptureError('resend_too_early');
  const message = newMessage(tx, openSession);
  await saveCaptureSession(tx, session);
  return message;
}

function newMessage(tx: TenantTx, { session, now }: OpenSession): SmsMessage | null {
  const sends = session.flow.code?.sends ?? 0;
  if (sends >= LIMITS.codeSends) throw new CaptureError('too_many_codes');
  const value = newCode();
  session.flow.code = { value, sentAt: now.toISOString(), sends: sends + 1 };
  if (tx.tenant.kind === 'sandbox' || session.phoneNumber === null) return null;
  return { number: session.phoneNumber, text: messages(session.language).server.sms.code(value, tx.tenant.name) };
}

/**
 * Whoever comes without the link must hold the phone that belongs to the identification [CAP-1, CAP-2]: the number that
 * an earlier session has proven, else the person's own. A sandbox without either takes the numbers that it always takes.
 */
async function isKnownNumber(tx: TenantTx, { identification, session }: OpenSession, number: string): Promise<boolean> {
  const proven = (await listCaptureSessions(tx, identification.id)).filter(
    (other) => other.id !== session.id && other.phoneVerified && other.phoneNumber !== null,
  );
  if (proven.length > 0) return proven.some(({ phoneNumber }) => phoneNumber === number);
  const { mobile_number } = (await findPerson(tx, identification.personId)).attributes;
  if (!mobile_number) return tx.tenant.kind === 'sandbox';
  return isSameNumber(mobile_number, number);
}
