import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How far the clocks of sender and receiver may stand apart before a message counts as replayed. */
export const TIMESTAMP_TOLERANCE_SECONDS = 300;

/**
 * A new subscription secret: 32 random bytes in base64.
 *
 * One text serves both signatures: Solaris' takes it as it is, Standard Webhooks takes the bytes it encodes.
 */
export function newSecret(): string {
  return randomBytes(32).toString('base64');
}

/** `Solaris-Webhook-Signature`: `sha256=` and the HMAC-SHA256 of the raw body in hex, keyed with the secret as text. */
export function solarisSignature(secret: string, body: Uint8Array): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** The `webhook-*` headers of Standard Webhooks, which also cover the id and the time of this attempt. */
export interface StandardHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * @param secrets  all secrets that are valid now; while one is being replaced, the header carries a signature of each
 * @see https://www.standardwebhooks.com
 */
export function standardHeaders(secrets: readonly string[], id: string, at: Date, body: Uint8Array): StandardHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => standardSignature(secret, id, timestamp, body)).join(' '),
  };
}

/** For receivers: did the holder of the secret send exactly these bytes? Says nothing about replay. */
export function verifySolarisSignature(secret: string, body: Uint8Array, header: string): boolean {
  return equalInConstantTime(header, solarisSignature(secret, body));
}

/** For receivers: did the holder of the secret send exactly these bytes, under this id, within the last minutes? */
export function verifyStandardSignature(
  secret: string,
  body: Uint8Array,
  headers: StandardHeaders,
  now: Date,
  toleranceSeconds = TIMESTAMP_TOLERANCE_SECONDS,
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  const ageSeconds = now.getTime() / 1000 - Number(timestamp);
  if (!(Math.abs(ageSeconds) <= toleranceSeconds)) return false;
  const expected = standardSignature(secret, id, timestamp, body);
  return signatures
    .split(' ')
    .map((signature) => equalInConstantTime(signature, expected))
    .includes(true);
}

function standardSignature(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${timestamp}.`).update(body);
  return `v1,${mac.digest('base64')}`;
}

function equalInConstantTime(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
