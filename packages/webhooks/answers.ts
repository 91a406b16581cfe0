import { delayBeforeAttempt } from '@reident/domain';
import type { EgressErrorKind } from './egress-error.ts';

/** What the receiver's answer does. The first row that fits decides; no answer at all is the last row. */
// biome-ignore format: a table
export const ANSWERS = [
  // status     effect                       certainty    source               meaning
  [200, 299,    'delivered',                 'published', 'webhooks page',     'The notification arrived'],
  [410, 410,    'subscription_cancelled',    'published', 'webhooks page',     'The receiver wants nothing more: the subscription ends'],
  [422, 422,    'rejected',                  'published', 'webhooks page',     'The receiver refuses this notification for good'],
  [100, 599,    'retry',                     'published', 'webhooks page',     'Anything else, redirects included: try again later'],
  [null, null,  'retry',                     'published', 'webhooks page',     'No answer within 30 s, or no connection'],
] as const satisfies readonly (readonly [from: number | null, to: number | null, string, string, string, string])[];

export type AnswerEffect = (typeof ANSWERS)[number][2];

/** @param status  HTTP status, `null` when there was no answer */
export function effectOf(status: number | null): AnswerEffect {
  const row = ANSWERS.find(
    ([from, to]) => from === status || (status !== null && from !== null && from <= status && status <= to),
  );
  return row === undefined ? 'retry' : row[2];
}

/** How the receiver answered one attempt, or why it did not; `chaos` where the sandbox played a fault. */
export interface ReceivedAnswer {
  status: number | null;
  retryAfterSeconds: number | null;
  error: EgressErrorKind | 'erased' | 'chaos' | null;
}

/** What becomes of a delivery after an attempt. `exhausted` deliveries are the dead letters: listed and replayable. */
export type NextStep =
  | { state: 'delivered' | 'rejected' | 'subscription_cancelled' | 'exhausted' }
  | { state: 'retry'; afterSeconds: number };

/**
 * @param attempt  the attempt that was just made, the first is 1
 * @param random   uniform in [0, 1)
 */
export function nextStep(
  attempt: number,
  answer: { status: number | null; retryAfterSeconds: number | null },
  random: () => number,
): NextStep {
  const effect = effectOf(answer.status);
  if (effect !== 'retry') return { state: effect };
  const { retryAfterSeconds } = answer;
  const afterSeconds = delayBeforeAttempt(attempt + 1, { random, retryAfterSeconds });
  return afterSeconds === null ? { state: 'exhausted' } : { state: 'retry', afterSeconds };
}

/** `Retry-After` in seconds, from either of its forms; `null` when absent or unreadable. */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const at = header.endsWith(' GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
