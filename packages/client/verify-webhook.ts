/** How far the clocks of sender and receiver may stand apart before a message counts as replayed. */
export const TIMESTAMP_TOLERANCE_SECONDS = 300;

/**
 * Which signature must hold.
 *
 * `standard` covers id, time and body, so an old message cannot be played again. `solaris` covers the body alone: it is
 * all that Solaris sends. Never accept either by what a message happens to carry: who replays would leave one out.
 */
export type SignatureScheme = 'standard' | 'solaris' | 'both';

export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookMessage {
  /** The secret of the subscription. Several, while one is being replaced or when one receiver serves several. */
  secret: string | readonly string[];
  headers: WebhookHeaders;
  /** The raw bytes as they arrived: verify before you parse. */
  body: Uint8Array | string;
  scheme?: SignatureScheme;
  now?: Date;
  toleranceSeconds?: number;
}

/** A genuine notification. It says that something changed: read the resource to learn what. */
export interface WebhookEvent<B = Record<string, unknown>> {
  /** The same in every attempt: drop what you have seen. */
  id: string;
  eventType: string;
  entityId: string;
  subscriptionId: string | undefined;
  attempt: number;
  /** When this attempt was made; undefined where the sender did not say. */
  at: Date | undefined;
  body: B;
}

export type WebhookFault =
  | 'signature_missing'
  | 'signature_wrong'
  | 'timestamp_missing'
  | 'timestamp_too_far'
  | 'body_unreadable';

const FAULTS: Readonly<Record<WebhookFault, string>> = {
  signature_missing: 'The message carries no signature of the wanted kind',
  signature_wrong: 'No signature of the message fits the secret',
  timestamp_missing: 'The message does not say when it was sent',
  timestamp_too_far: 'The message was sent too long ago, or the clocks disagree',
  body_unreadable: 'The message is genuine, but its body is not JSON',
};

export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly fault: WebhookFault;

  constructor(fault: WebhookFault) {
    super(FAULTS[fault]);
    this.fault = fault;
  }
}

/** The empty request before a subscription exists. It has no signature, because you do not have the secret yet: answer 200. */
export function isVerificationRequest(headers: WebhookHeaders): boolean {
  return header(headers, 'solaris-webhook-event-type') === 'WEBHOOK-SUBSCRIPTION';
}

/**
 * Who holds the secret has sent exactly these bytes. Compares in constant time.
 *
 * @throws WebhookError saying what is wrong; answer 401 and forget the message
 */
export async function verifyWebhook<B = Record<string, unknown>>(message: WebhookMessage): Promise<WebhookEvent<B>> {
  const { headers, scheme = 'standard' } = message;
  const secrets = typeof message.secret === 'string' ? [message.secret] : message.secret;
  const body = typeof message.body === 'string' ? new TextEncoder().encode(message.body) : message.body;
  if (scheme !== 'standard') await verifySolaris(secrets, headers, body);
  if (scheme !== 'solaris') await verifyStandard(secrets, headers, body, message);
  return toEvent<B>(headers, body);
}

async function verifySolaris(secrets: readonly string[], headers: WebhookHeaders, body: Uint8Array): Promise<void> {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header(headers, 'solaris-webhook-signature') ?? '')?.[1];
  if (given === undefined) throw new WebhookError('signature_missing');
  const signature = Uint8Array.from(given.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  for (const secret of secrets) if (await isSigned(new TextEncoder().encode(secret), signature, body)) return;
  throw new WebhookError('signature_wrong');
}

async function verifyStandard(
  secrets: readonly string[],
  headers: WebhookHeaders,
  body: Uint8Array,
  { now = new Date(), toleranceSeconds = TIMESTAMP_TOLERANCE_SECONDS }: WebhookMessage,
): Promise<void> {
  const given = (header(headers, 'webhook-signature') ?? '').split(' ').filter((one) => one.startsWith('v1,'));
  const id = header(headers, 'webhook-id');
  if (given.length === 0 || id === undefined) throw new WebhookError('signature_missing');
  const timestamp = header(headers, 'webhook-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('timestamp_missing');
  const message = concat(new TextEncoder().encode(`${id}.${timestamp}.`), body);
  const keys = secrets.map((secret) => fromBase64(secret.replace(/^whsec_/, ''))).filter((key) => key.length > 0);
  for (const key of keys) {
    for (const one of given) {
      if (!(await isSigned(key, fromBase64(one.slice(3)), message))) continue;
      if (Math.abs(now.getTime() / 1000 - Number(timestamp)) <= toleranceSeconds) return;
      throw new WebhookError('timestamp_too_far');
    }
  }
  throw new WebhookError('signature_wrong');
}

function toEvent<B>(headers: WebhookHeaders, body: Uint8Array): WebhookEvent<B> {
  const calledAt = new Date(header(headers, 'solaris-webhook-callout-timestamp') ?? Number.NaN);
  return {
    id: header(headers, 'webhook-id') ?? header(headers, 'solaris-webhook-id') ?? '',
    eventType: header(headers, 'solaris-webhook-event-type') ?? '',
    entityId: header(headers, 'solaris-entity-id') ?? '',
    subscriptionId: header(headers, 'solaris-webhook-subscription-id'),
    attempt: Number(header(headers, 'solaris-webhook-attempt') ?? 1),
    at: Number.isNaN(calledAt.getTime()) ? undefined : calledAt,
    body: parse(body) as B,
  };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new WebhookError('body_unreadable');
  }
}

/** The platform's own comparison of an HMAC, which takes the same time wherever the first difference is. */
async function isSigned(key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', owned(key), algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', imported, owned(signature), owned(message));
}

/** The same bytes in a buffer that nobody shares, as web crypto wants them. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Empty where the text is not base64. */
function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : found?.[0];
}
