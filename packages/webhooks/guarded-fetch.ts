import type { Agent, buildConnector, Dispatcher } from 'undici';
import { EgressError, toEgressError } from './egress-error.ts';
import { checkedAddresses, checkUrl, type EgressRules } from './egress-guard.ts';

// biome-ignore format: a table
export const EGRESS_LIMITS = {
  connectSeconds:      5,
  callSeconds:        30,
  /** How long we go on reading after the status is known; the body is not used, only its end frees the connection. */
  bodySeconds:         2,
  responseBytes:  65_536,
  headerBytes:    16_384,
  idleSeconds:         2,
} as const;

export interface EgressRequest {
  headers: Record<string, string>;
  body: Uint8Array;
  /** Whole call, at most `EGRESS_LIMITS.callSeconds`. */
  timeoutSeconds?: number;
  /** Breaks the call off. */
  signal?: AbortSignal;
}

export interface EgressAnswer {
  status: number;
  retryAfter: string | null;
}

/** The one way out of the installation for requests to addresses that partners chose. */
export interface Egress {
  /**
   * POSTs to a receiver. Follows no redirect, sends no cookie, uses no proxy, verifies TLS ≥ 1.2.
   *
   * @param sandbox  whether the receiver belongs to a sandbox tenant
   * @throws EgressError when refused or unanswered
   */
  post(url: string, sandbox: boolean, request: EgressRequest): Promise<EgressAnswer>;
  close(): Promise<void>;
}

/** @param tls  authorities to trust instead of the public ones; for tests with receivers of their own */
export function openEgress(rules: EgressRules, tls: { ca?: string } = {}): Egress {
  let agents: Promise<Agents> | undefined;
  let closed = false;
  return {
    async post(url, sandbox, { headers, body, timeoutSeconds = EGRESS_LIMITS.callSeconds, signal: stop }) {
      const target = checkUrl(url, sandbox, rules);
      const call = endingAfter(Math.min(timeoutSeconds, EGRESS_LIMITS.callSeconds), stop);
      try {
        const { origin, pathname, search } = target.url;
        if (closed) throw new EgressError('connection_lost', 'no call goes out any more');
        agents ??= openAgents(rules, tls);
        const answer = await (await agents)[sandbox ? 'sandbox' : 'public'].request({
          origin,
          path: pathname + search,
          method: 'POST',
          headers,
          body,
          signal: call.signal,
        });
        await discard(answer.body);
        return { status: answer.statusCode, retryAfter: firstOf(answer.headers['retry-after']) };
      } catch (error) {
        throw toEgressError(error);
      } finally {
        call.over();
      }
    },
    async close() {
      closed = true;
      const opened = await agents;
      await Promise.all([opened?.public.destroy(), opened?.sandbox.destroy()]);
    },
  };
}

type Undici = typeof import('undici');
type Agents = Record<'public' | 'sandbox', Agent>;

/**
 * Loaded with the first call, not with the server. Connections of sandbox receivers are kept apart: a kept-alive one must not be
 * lent to a tenant that may not open it.
 */
async function openAgents(rules: EgressRules, tls: { ca?: string }): Promise<Agents> {
  const undici = await import('undici');
  return { public: agentFor(undici, false, rules, tls), sandbox: agentFor(undici, true, rules, tls) };
}

/**
 * A signal that comes after so long, or with `stop`.
 *
 * Not `AbortSignal.any` over `AbortSignal.timeout`: Node 20 holds that timeout only as long as somebody else does, and one that a
 * garbage collection took never comes.
 */
function endingAfter(seconds: number, stop: AbortSignal | undefined): { signal: AbortSignal; over(): void } {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException('The call took too long', 'TimeoutError'));
  const breakOff = () => controller.abort(stop?.reason);
  const timer = setTimeout(end, seconds * 1000);
  if (stop?.aborted) breakOff();
  stop?.addEventListener('abort', breakOff, { once: true });
  return {
    signal: controller.signal,
    over() {
      clearTimeout(timer);
      stop?.removeEventListener('abort', breakOff);
    },
  };
}

function agentFor(undici: Undici, sandbox: boolean, rules: EgressRules, tls: { ca?: string }): Agent {
  return new undici.Agent({
    connect: guardedConnector(undici, sandbox, rules, tls),
    maxHeaderSize: EGRESS_LIMITS.headerBytes,
    keepAliveTimeout: EGRESS_LIMITS.idleSeconds * 1000,
    keepAliveMaxTimeout: EGRESS_LIMITS.idleSeconds * 1000,
  });
}

/** Resolves, checks all addresses, connects only to those, and looks at the connected socket once more. */
function guardedConnector(
  undici: Undici,
  sandbox: boolean,
  rules: EgressRules,
  tls: { ca?: string },
): buildConnector.connector {
  return (options, callback) => {
    connectChecked(undici, options, sandbox, rules, tls).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error('connection failed'), null),
    );
  };
}

async function connectChecked(
  undici: Undici,
  options: buildConnector.Options,
  sandbox: boolean,
  rules: EgressRules,
  tls: { ca?: string },
) {
  const host = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname;
  const port = options.port === '' ? '' : `:${options.port}`;
  const target = checkUrl(`${options.protocol}//${host}${port}`, sandbox, rules);
  const startedAt = Date.now();
  const addresses = await soon(checkedAddresses(target, rules));
  const leftMs = EGRESS_LIMITS.connectSeconds * 1000 - (Date.now() - startedAt);
  const socket = await connectTo(undici, addresses, options, Math.max(1, leftMs), tls);
  if (!isChecked(socket.remoteAddress, addresses)) {
    socket.destroy();
    throw new EgressError('refused', 'connected to an address that was not checked');
  }
  return socket;
}

/** Resolving a name counts as connecting: both together have `connectSeconds`. */
async function soon<T>(resolving: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const give = () => reject(new EgressError('dns', 'the name was not resolved in time'));
    timer = setTimeout(give, EGRESS_LIMITS.connectSeconds * 1000);
  });
  return Promise.race([resolving, late]).finally(() => clearTimeout(timer));
}

type ConnectedSocket = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1];

function connectTo(
  { buildConnector }: Undici,
  addresses: string[],
  options: buildConnector.Options,
  timeout: number,
  tls: { ca?: string },
) {
  const checked = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const connect = buildConnector({
    ...tls,
    timeout,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    allowH2: false,
    autoSelectFamily: true,
    lookup: (_hostname, { all }, done) => {
      if (all === true) done(null, checked);
      else done(null, checked[0]?.address ?? '', checked[0]?.family);
    },
  });
  return new Promise<ConnectedSocket>((resolve, reject) => {
    connect(options, (error, socket) => (error === null ? resolve(socket) : reject(error)));
  });
}

/** A last look at what the socket itself says: is it connected to one of the addresses that passed the guard? */
export function isChecked(remote: string | undefined, addresses: readonly string[]): boolean {
  return remote !== undefined && addresses.includes(remote.replace(/^::ffff:(?=\d+\.)/, ''));
}

/** Reads what is left of the answer and throws it away; too much or too slow cuts the connection, the status stands. */
async function discard(body: Dispatcher.ResponseData['body']): Promise<void> {
  const late = AbortSignal.timeout(EGRESS_LIMITS.bodySeconds * 1000);
  let bytes = 0;
  const cut = () => body.destroy();
  late.addEventListener('abort', cut, { once: true });
  try {
    for await (const chunk of body) {
      bytes += (chunk as Buffer).length;
      if (bytes > EGRESS_LIMITS.responseBytes) break;
    }
  } catch {
    // The receiver, or we, broke off an answer whose status is already known.
  } finally {
    late.removeEventListener('abort', cut);
  }
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
