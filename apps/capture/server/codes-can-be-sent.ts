import { CaptureError, noSmsSender } from '@reident/platform';
import type { Tenant } from '@reident/store';
import type { Capture } from './capture.ts';

/**
 * A live tenant needs somebody who carries codes to phones. Without one no session begins, so that no customer uses one up and
 * then waits for a message that cannot come.
 *
 * @throws CaptureError `sms_unavailable`
 */
export function assertCodesCanBeSent({ sms, platform }: Capture, { kind, company }: Tenant): void {
  if (kind === 'sandbox' || sms !== noSmsSender) return;
  platform.log.error({ company }, 'no session of a live tenant can begin: set REIDENT_SMS_URL');
  throw new CaptureError('sms_unavailable');
}
