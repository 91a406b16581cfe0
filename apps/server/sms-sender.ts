import { randomUUID } from 'node:crypto';
import { CaptureError, type SmsSender } from '@reident/platform';
import { type Egress, standardHeaders } from '@reident/webhooks';
import type { Logger } from 'pino';

export interface SmsSettings {
  url: string;
  /** 32 bytes in base64: signs each message. */
  secret: string;
}

const TIMEOUT_SECONDS = 10;

/**
 * Hands a code to the operator's own gateway: one signed POST through the egress rules, as a webhook.
 * A message is tried once, because a second try could arrive twice; the customer can ask for another code.
 */
export function smsSender(egress: Egress, log: Logger, { url, secret }: SmsSettings): SmsSender {
  return {
    async send({ number, text }) {
      const body = Buffer.from(JSON.stringify({ number, text }));
      const headers = {
        'content-type': 'application/json',
        ...standardHeaders([secret], randomUUID(), new Date(), body),
      };
      const answer = await egress
        .post(url, false, { headers, body, timeoutSeconds: TIMEOUT_SECONDS })
        .catch((error) => {
          // The kind of the failure only: the request holds a number and a code.
          log.error(
            { kind: (error as { kind?: string }).kind ?? 'unknown' },
            'a code could not be handed to the SMS gateway',
          );
          return null;
        });
      if (answer !== null && answer.status >= 200 && answer.status < 300) return;
      if (answer !== null) log.error({ status: answer.status }, 'the SMS gateway did not take a code');
      throw new CaptureError('sms_unavailable');
    },
  };
}
