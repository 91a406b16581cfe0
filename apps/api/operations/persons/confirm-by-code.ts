import { randomInt } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import type { SmsSender } from '@reident/platform';
import type { Tenant } from '@reident/store';
import { z } from 'zod';
import { CommittedError } from '../../contract/define-operation.ts';

/** The code of every sandbox, as published. Nowhere else does it open anything [API-10]. */
export const SANDBOX_CODE = '212212';
/** How long a code for a mobile number can be used. */
export const CODE_LIFETIME_MS = 10 * 60_000;

export const Code = z.string().max(20).describe('Six digits; in the sandbox 212212');

/** The code that a customer of this tenant has to enter. */
export function codeFor(tenant: Tenant): string {
  return tenant.kind === 'sandbox' ? SANDBOX_CODE : String(randomInt(1_000_000)).padStart(6, '0');
}

export interface CodeMessage {
  number: string;
  code: string;
}

/** What has to be sent to a phone; nothing in the sandbox, whose code is known. */
export function messageFor(tenant: Tenant, number: string, code: string): CodeMessage | null {
  return tenant.kind === 'sandbox' ? null : { number, code };
}

/** @throws PlatformError `service_unavailable` when no message can be sent */
export async function sendCode(sms: SmsSender, message: CodeMessage | null): Promise<void> {
  if (message === null) return;
  await sms
    .send({ number: message.number, text: `${message.code} is your code. Do not tell it to anybody.` })
    .catch((cause: unknown) => {
      throw new PlatformError('service_unavailable', 'Codes cannot be sent at the moment', {
        cause,
        retryAfterSeconds: 60,
      });
    });
}

/** A wrong code: the count of tries stays, whatever is answered. */
export function wrongCode(field: string): CommittedError {
  const message = 'is wrong, expired or used up';
  return new CommittedError(new PlatformError('invalid_tan', `${field} ${message}`, { field, message }));
}
