import { OPERATIONS } from './generated/operations.ts';
import { errorFrom, ReidentError } from './reident-error.ts';
import { DEFAULT_RETRY_POLICY, type RetryPolicy, withRetries } from './retry.ts';
import { TokenSource } from './token-source.ts';
import type { BodyOf, OperationName, PathOf, QueryOf, SuccessOf } from './types.ts';
import { USER_AGENT } from './user-agent.ts';

export interface TransportOptions {
  /** Such as `http://127.0.0.1:8080`. */
  apiUrl: string;
  /** `<apiUrl>/oauth2/token` where nothing is said. */
  tokenUrl?: string;
  clientId: string;
  clientSecret: string;
  /** How often and after which delays a failed request is sent again. */
  retry?: Partial<RetryPolicy>;
  /** How long one attempt may take. */
  timeoutSeconds?: number;
  /**
   * Whether the server honours `Idempotency-Key`. Where it does not, no POST or PATCH is repeated whose fate is unknown.
   * True where nothing is said, except for the addresses of Solaris, where no such header is documented.
   */
  idempotencyKeys?: boolean;
  /** Another `fetch`, for a proxy or a test. */
  fetch?: typeof fetch;
}

export interface CallInput<O extends OperationName> {
  path?: PathOf<O>;
  query?: QueryOf<O>;
  body?: BodyOf<O>;
  /** Yours, if your own process may send the same request again; otherwise one is made per call. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export interface CallAnswer<O extends OperationName> {
  status: number;
  headers: Headers;
  body: SuccessOf<O>;
}

interface Facts {
  method: string;
  path: string;
  consumes: 'json' | 'form' | 'multipart' | null;
  answers: 'json' | 'bytes' | 'nothing';
  idempotencyKey: boolean;
}

const REPEATABLE_METHODS = new Set(['GET', 'DELETE']);

/** Calls operations by name: token, retries, errors. Everything else of the client is made of this. */
export class Transport {
  readonly apiUrl: string;
  readonly #options: TransportOptions;
  readonly #fetch: typeof fetch;
  readonly #tokens: TokenSource;
  readonly #policy: RetryPolicy;

  constructor(options: TransportOptions) {
    this.apiUrl = options.apiUrl.replace(/\/+$/, '');
    this.#options = options;
    this.#fetch = this.#fetchSafely(options.fetch ?? fetch);
    const { clientId, clientSecret, tokenUrl = `${this.apiUrl}/oauth2/token` } = options;
    this.#tokens = new TokenSource({ tokenUrl, clientId, clientSecret }, this.#fetch);
    this.#policy = { ...DEFAULT_RETRY_POLICY, ...options.retry };
  }

  async call<O extends OperationName>(name: O, input: CallInput<O> = {}): Promise<CallAnswer<O>> {
    const facts: Facts = OPERATIONS[name];
    const { signal } = input;
    const headers: Record<string, string> = {};
    const keyed = facts.idempotencyKey && (this.#options.idempotencyKeys ?? !isSolaris(this.apiUrl));
    if (keyed) headers['idempotency-key'] = input.idempotencyKey ?? crypto.randomUUID();
    const body = encode(input.body, headers);
    const url = this.apiUrl + fillPath(facts.path, input.path) + toQuery(input.query);
    const request = { method: facts.method, headers, body, signal };
    await this.token();
    return withRetries(
      async () => {
        const response = await this.#sendWithToken(url, request);
        const { status, headers: answered } = response;
        return { status, headers: answered, body: (await decode(facts, response)) as SuccessOf<O> };
      },
      { policy: this.#policy, repeatable: keyed || REPEATABLE_METHODS.has(facts.method), signal },
    );
  }

  /** A token that is good now, for calls that this client does not know. */
  token(): Promise<string> {
    return withRetries(() => this.#tokens.get(), { policy: this.#policy, repeatable: true });
  }

  /** A refused token is replaced once: it may have ended early. The request was not carried out, so it may go again. */
  async #sendWithToken(url: string, request: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    for (let last = false; ; last = true) {
      const token = await this.#tokens.get();
      const headers = { ...request.headers, authorization: `Bearer ${token}`, 'user-agent': USER_AGENT };
      const response = await this.#fetch(url, { ...request, headers });
      if (response.ok) return response;
      if (response.status !== 401 || last) throw await errorFrom(response);
      await response.body?.cancel();
      await this.#tokens.drop(token);
    }
  }

  /** Wraps what `fetch` throws, and ends what takes too long. An abort by the caller stays what it is. */
  #fetchSafely(fetchIt: typeof fetch): typeof fetch {
    const seconds = this.#options.timeoutSeconds ?? 30;
    return async (target, init) => {
      const ends = AbortSignal.timeout(seconds * 1000);
      // Node 20 forgets a timeout that only `any` knows, and then a body that never ends would be read for ever.
      ends.addEventListener('abort', () => undefined, { once: true });
      const signal = init?.signal ? AbortSignal.any([init.signal, ends]) : ends;
      try {
        return await fetchIt(target, { ...init, signal });
      } catch (cause) {
        if (init?.signal?.aborted) throw cause;
        const detail = ends.aborted
          ? `No answer from ${hostOf(target)} within ${seconds} s`
          : `No answer from ${hostOf(target)}`;
        throw new ReidentError({ code: 'no_answer', detail, cause });
      }
    };
  }
}

/** Hosts of the published API. */
function isSolaris(apiUrl: string): boolean {
  return /(^|\.)(solaris-sandbox|solarisbank)\.de$/.test(new URL(apiUrl).hostname);
}

function hostOf(target: string | URL | Request): string {
  return new URL(target instanceof Request ? target.url : target).host;
}

function fillPath(path: string, values: unknown): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined;
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is missing`);
    return encodeURIComponent(value);
  });
}

function toQuery(values: object | undefined): string {
  const given = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

function encode(body: unknown, headers: Record<string, string>): BodyInit | undefined {
  if (body === undefined) return undefined;
  if (body instanceof FormData) return body;
  headers['content-type'] = 'application/json';
  return JSON.stringify(body);
}

async function decode(facts: Facts, response: Response): Promise<unknown> {
  try {
    if (facts.answers === 'bytes') return new Uint8Array(await response.arrayBuffer());
    if (facts.answers === 'nothing' || response.status === 204) {
      await response.body?.cancel();
      return undefined;
    }
    return await response.json();
  } catch (cause) {
    const broken = cause instanceof SyntaxError;
    throw new ReidentError({
      code: broken ? 'unexpected_answer' : 'no_answer',
      status: broken ? response.status : 0,
      detail: broken ? 'The answer is not JSON; is the address right?' : 'The answer broke off',
      cause,
    });
  }
}
