/**
 * When a webhook notification is sent again. The rate, the number of attempts and the length of about five days are
 * published; the first wait is inferred from them: 24 waits of that rate fill five days if the first lasts 5.53 s [WH-5].
 */
// biome-ignore format: a table
export const RETRY_RULES = {
  //                 value   certainty    source
  attempts:         [25,    'published', 'webhooks page'],
  rate:             [1.561, 'published', 'webhooks page'],
  firstWaitSeconds: [5.53,  'inferred',  'rate, attempts and five days in all'],
  jitter:           [0.1,   'ours',      'so that a receiver that was down is not met by everything at once'],
} as const;

export const MAX_ATTEMPTS = RETRY_RULES.attempts[0];

/** One row per attempt: how long after the one before it, and how long after the first, without jitter. */
export const RETRY_SCHEDULE: readonly RetryRow[] = schedule();

export interface RetryRow {
  attempt: number;
  waitSeconds: number;
  totalSeconds: number;
}

/**
 * Seconds to wait after attempt `attempt - 1` before attempt `attempt`, or null when there is no such attempt any more.
 *
 * @param options.random  uniform in [0, 1); without it there is no jitter
 * @param options.retryAfterSeconds  what the receiver asked for; granted between one and two times the plain wait, without jitter
 */
export function delayBeforeAttempt(
  attempt: number,
  options: { random?: () => number; retryAfterSeconds?: number | null } = {},
): number | null {
  const row = RETRY_SCHEDULE[attempt - 1];
  if (row === undefined) return null;
  const { waitSeconds } = row;
  const { random, retryAfterSeconds } = options;
  if (typeof retryAfterSeconds === 'number' && !Number.isNaN(retryAfterSeconds)) {
    return Math.min(Math.max(retryAfterSeconds, waitSeconds), 2 * waitSeconds);
  }
  const jitter = random === undefined ? 0 : (2 * random() - 1) * RETRY_RULES.jitter[0];
  return waitSeconds * (1 + jitter);
}

function schedule(): RetryRow[] {
  const rows: RetryRow[] = [{ attempt: 1, waitSeconds: 0, totalSeconds: 0 }];
  for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt++) {
    const waitSeconds = RETRY_RULES.firstWaitSeconds[0] * RETRY_RULES.rate[0] ** (attempt - 2);
    rows.push({ attempt, waitSeconds, totalSeconds: rows[attempt - 2]!.totalSeconds + waitSeconds });
  }
  return rows;
}
