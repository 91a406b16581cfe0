import { ReidentError } from './reident-error.ts';

/** Whether a request may be sent again: always, or only if doing it twice is the same as once. */
type Again = 'always' | 'if repeatable';

/** What is tried again. What has no row here is final. */
// biome-ignore format: a table
const RETRIED: readonly (readonly [what: number | string, again: Again, why: string])[] = [
  ['not_sent',               'always',        'no connection was made, so nothing was done'],
  ['idempotency_in_progress', 'always',       'the first request with this key is still running'],
  [429,                      'always',        'refused before anything was done'],
  ['no_answer',              'if repeatable', 'it may have been done, and the answer lost'],
  [500,                      'if repeatable', 'a bug may be a rare one'],
  [502,                      'if repeatable', 'something in between fell over'],
  [503,                      'if repeatable', 'something that is needed was down, perhaps in the middle'],
  [504,                      'if repeatable', 'it may have been done too late for the answer'],
];

/** Errors of a connection that was never made. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

export interface RetryPolicy {
  /** How often a request is sent again at most. */
  retries: number;
  /** The first wait; each further one is twice as long, give or take half. */
  firstWaitSeconds: number;
  /** A longer `Retry-After` is left to the caller. */
  longestWaitSeconds: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { retries: 3, firstWaitSeconds: 0.25, longestWaitSeconds: 30 };

/** Runs `send` until it succeeds, fails for good, or was sent often enough. `Retry-After` is honoured. */
export async function withRetries<T>(
  send: () => Promise<T>,
  options: { policy: RetryPolicy; repeatable: boolean; signal?: AbortSignal },
): Promise<T> {
  const { policy, repeatable, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ReidentError) || attempt > policy.retries || !mayRepeat(error, repeatable)) throw error;
      const seconds = error.retryAfterSeconds ?? backoffSeconds(policy, attempt);
      if (seconds > policy.longestWaitSeconds) throw error;
      await sleep(seconds, signal);
    }
  }
}

function mayRepeat(error: ReidentError, repeatable: boolean): boolean {
  const name = error.code === 'no_answer' && NOT_SENT.has(causeCode(error.cause)) ? 'not_sent' : error.code;
  const row = RETRIED.find(([what]) => what === name || what === error.status);
  return row !== undefined && (row[1] === 'always' || repeatable);
}

function backoffSeconds({ firstWaitSeconds, longestWaitSeconds }: RetryPolicy, attempt: number): number {
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempt - 1) * (0.5 + Math.random()));
}

/** The code of the system error at the bottom of a failed `fetch`. */
function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return causeCode(error.cause);
}

/** @throws the signal's reason when it is aborted meanwhile */
export async function sleep(seconds: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
