import type { IncomingMessage, ServerResponse } from 'node:http';
import { ERRORS, newId, PlatformError } from '@reident/domain';
import { toErrorBody } from './audience.ts';
import { Admission, CallLimit } from './call-limit.ts';

/** Calls of one partner at the same time [API-8]. */
export const CONCURRENT_CALLS = 255;

/** Calls of all partners at the same time: two full ones, which at a thousand calls a second wait half a second [REL-10]. */
export const CALLS_UNDER_WAY = 512;

/** What is refused here belongs to the API; the pages of customers and specialists have no such limit. */
const AREA = /^\/(v1|oauth2|oauth|sandbox|reident)\//;

/** How long a header is believed to be a partner's. As long as a token is: it decides nothing but who is refused. */
const BELIEVED_MS = 500;
const MOST_BELIEVED = 1_000;

/** Why a call is refused at the gate. */
export type GateErrorCode = 'service_unavailable' | 'too_many_requests';

/**
 * Stands before the server and refuses what is too much while nothing of a request was looked at but its address and one
 * header: an error that costs a tenth of an answer leaves the server its time for answers [REL-10, API-8].
 *
 * Who passes is counted behind it, where the caller is known for certain. The gate itself only looks at those counts.
 */
export class Gate {
  readonly calls: CallLimit;
  readonly admission: Admission;
  readonly #partners = new Map<string, { tenantId: string; until: number }>();
  readonly #onReject: (code: GateErrorCode) => void;
  readonly #answers: Readonly<Record<GateErrorCode, PreparedAnswer>>;

  constructor({
    perPartner = CONCURRENT_CALLS,
    ofAll = CALLS_UNDER_WAY,
    onReject = () => undefined,
  }: { perPartner?: number; ofAll?: number; onReject?: (code: GateErrorCode) => void } = {}) {
    this.calls = new CallLimit(perPartner);
    this.admission = new Admission(ofAll);
    this.#answers = {
      service_unavailable: prepare('service_unavailable'),
      too_many_requests: prepare('too_many_requests', {
        'ratelimit-policy': `"concurrency";q=${perPartner};qu="concurrent-requests"`,
        ratelimit: '"concurrency";r=0',
      }),
    };
    this.#onReject = onReject;
  }

  /** This header was a partner's just now. */
  learn(authorization: string | undefined, tenantId: string): void {
    if (authorization === undefined) return;
    if (this.#partners.size >= MOST_BELIEVED) this.#partners.clear();
    this.#partners.set(authorization, { tenantId, until: performance.now() + BELIEVED_MS });
  }

  /** Answers a call that is too much, and says whether it did. */
  refuses({ url = '', headers }: IncomingMessage, response: ServerResponse): boolean {
    const code = this.#errorOf(headers.authorization);
    if (code === null || !AREA.test(url)) return false;
    const { status, headers: prepared, beforeId, afterId } = this.#answers[code];
    response.writeHead(status, prepared);
    response.end(beforeId + newId('ex') + afterId);
    this.#onReject(code);
    return true;
  }

  #errorOf(authorization: string | undefined): GateErrorCode | null {
    if (this.admission.isFull) return 'service_unavailable';
    const partner = authorization === undefined ? undefined : this.#partners.get(authorization);
    if (partner === undefined || partner.until < performance.now()) return null;
    return this.calls.isFull(partner.tenantId) ? 'too_many_requests' : null;
  }
}

/** An answer whose text is made once: only the id of the error is another each time. */
interface PreparedAnswer {
  readonly status: number;
  /** Names and values in turn, which the HTTP server takes as they are. */
  readonly headers: string[];
  readonly beforeId: string;
  readonly afterId: string;
}

function prepare(code: GateErrorCode, more: Readonly<Record<string, string>> = {}): PreparedAnswer {
  const id = newId('ex');
  const text = JSON.stringify(toErrorBody([{ id, error: new PlatformError(code, DETAILS[code]) }]));
  const [beforeId, afterId] = text.split(id);
  if (beforeId === undefined || afterId === undefined) throw new Error('the envelope of an error has no id');
  const headers = { ...HEADERS, ...more, 'content-length': `${Buffer.byteLength(text)}` };
  return { status: ERRORS[code].status, headers: Object.entries(headers).flat(), beforeId, afterId };
}

const DETAILS: Readonly<Record<GateErrorCode, string>> = {
  service_unavailable: 'The server has as many calls as it can answer',
  too_many_requests: 'You have more calls under way than are taken at the same time',
};

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'retry-after': '1',
};
