import { randomInt } from 'node:crypto';
import type { TenantKind } from '@reident/domain/tenant-settings';
import { CaptureError } from './capture-error.ts';
import { HOME_COUNTRY, internationalNumber, SANDBOX_NUMBER } from './international-number.ts';

/**
 * A number that a code can be sent to, without spaces and signs.
 *
 * The sandbox takes what the guide names (begins with 0, or the static number) and nothing else, so that no stranger ever gets a message.
 * Elsewhere E.164; a number that begins with a single 0 is a German one, because every customer lives in Germany.
 *
 * @throws CaptureError `phone_sandbox` or `phone_invalid`
 */
export function parsePhoneNumber(text: string, kind: TenantKind): string {
  if (kind === 'sandbox') return sandboxNumber(text);
  const number = internationalNumber(text, HOME_COUNTRY);
  if (number === null) throw new CaptureError('phone_invalid');
  return number;
}

function sandboxNumber(text: string): string {
  const number = text.replace(/[\s()./-]/g, '');
  if (number === SANDBOX_NUMBER || /^0\d{3,14}$/.test(number)) return number;
  throw new CaptureError('phone_sandbox');
}

/** Whether two spellings are one number; what is no number of a real phone, as the sandbox has them, is compared by its digits. */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => internationalNumber(text, HOME_COUNTRY) ?? text.replace(/\D/g, ''));
  return a === b;
}

/** The last digits, enough for the customer to notice a typing mistake. */
export function maskPhoneNumber(number: string): string {
  return `••• ${number.slice(-4)}`;
}

/** Six digits, each as likely as any other. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A text on its way to a phone. */
export interface SmsMessage {
  number: string;
  text: string;
}

/** Whoever carries a code to a phone. */
export interface SmsSender {
  /** @throws when the message cannot be handed over; the customer is then asked to try again later */
  send(message: SmsMessage): Promise<void>;
}

/** For an installation that was given no sender: live tenants learn that codes cannot be sent. */
export const noSmsSender: SmsSender = {
  send() {
    return Promise.reject(new CaptureError('sms_unavailable'));
  },
};
