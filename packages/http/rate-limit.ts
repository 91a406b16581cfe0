import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

interface RateLimitRow {
  most: number;
  seconds: number;
  per: string;
  counts: string;
}

/** Everything that is counted by the clock. What may run at the same time is counted elsewhere, by the gate of the partner API. */
// biome-ignore format: a table
export const RATE_LIMITS = {
  //                        most        seconds      per                                   counts
  token_tries:            { most: 10,   seconds: 60, per: 'address and client',            counts: 'wrong secrets at the token endpoint' },
  capture_guesses:        { most: 20,   seconds: 60, per: 'address',                       counts: 'wrong links, entries without the link, wrong codes' },
  capture_guesses_in_all: { most: 500,  seconds: 60, per: 'installation',                  counts: 'the same, from everywhere' },
  console_openings:       { most: 30,   seconds: 60, per: 'operator',                      counts: 'cases and pictures that are opened' },
} as const satisfies Record<string, RateLimitRow>;

export type RateLimitName = keyof typeof RATE_LIMITS;

export interface RateLimit {
  /** Seconds until the next one is heard; 0: it may come now. Counts nothing. */
  waitSeconds(key: string): Promise<number>;
  /** Counts one. Seconds that it has to wait, because it was one too many; 0: it is within the limit. */
  count(key: string): Promise<number>;
}

export type RateLimits = Readonly<Record<RateLimitName, RateLimit>>;

/** A pool of connections, as far as it is needed here. */
export interface CountingDatabase {
  query(question: {
    text: string;
    values?: unknown[];
    name?: string;
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/**
 * The limits of an installation, which all its processes count together in the table `rate_limits`.
 *
 * Every process counts for itself as well. Whoever is over the limit in one process is turned away there without a question to the
 * database; and while the database does not answer, a limit holds in each process by itself. So an outage neither opens the gate
 * nor closes it, and nobody hangs on it: a count is given up on after `TIMEOUT_MS` and what the pool takes to say that it has no
 * connection, and then no other is begun for `QUIET_MS`.
 *
 * A key may be somebody's address. The database gets a keyed hash of it, and forgets it a minute after the window.
 *
 * @param secret  of the installation, the same in every process
 * @param timeoutMs  how long a count may take
 */
export function openRateLimits({
  pool,
  secret,
  timeoutMs = TIMEOUT_MS,
}: {
  pool: CountingDatabase;
  secret: Buffer;
  timeoutMs?: number;
}): RateLimits {
  const database = withTimeout(pool, timeoutMs);
  const sweep = sweeper(database);
  const open = (name: RateLimitName) => openRateLimit(name, { database, secret, sweep });
  return {
    token_tries: open('token_tries'),
    capture_guesses: open('capture_guesses'),
    capture_guesses_in_all: open('capture_guesses_in_all'),
    console_openings: open('console_openings'),
  };
}

interface Counting {
  database: CountingDatabase;
  secret: Buffer;
  sweep(): void;
}

function openRateLimit(name: RateLimitName, { database, secret, sweep }: Counting): RateLimit {
  const { most: points, seconds: duration }: RateLimitRow = RATE_LIMITS[name];
  const here = new RateLimiterMemory({ keyPrefix: name, points, duration });
  const everywhere = new RateLimiterPostgres({
    keyPrefix: name,
    points,
    duration,
    storeClient: database,
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
  const hash = (key: string) => createHmac('sha256', secret).update(`rate limit\0${name}\0${key}`).digest('base64url');
  /** @param reached  how many of them are too many: for one that is counted already, or for one that is still to come */
  const secondsToWait = (counted: RateLimiterRes | null, reached: number) =>
    counted !== null && counted.consumedPoints >= reached ? Math.max(0, Math.ceil(counted.msBeforeNext / 1000)) : 0;
  return {
    async waitSeconds(key) {
      const hashed = hash(key);
      const alone = secondsToWait(await here.get(hashed), points);
      return alone > 0 ? alone : secondsToWait(await everywhere.get(hashed).catch(() => null), points);
    },
    async count(key) {
      const hashed = hash(key);
      const alone = secondsToWait(await counted(here.consume(hashed)), points + 1);
      if (alone > 0) return alone;
      sweep();
      return secondsToWait(await counted(everywhere.consume(hashed)).catch(() => null), points + 1);
    },
  };
}

/** One that is over the limit is counted too; the library throws what it says of it. */
function counted(consumed: Promise<RateLimiterRes>): Promise<RateLimiterRes> {
  return consumed.catch((thrown: unknown) => {
    if (thrown instanceof RateLimiterRes) return thrown;
    throw thrown;
  });
}

const TABLE = 'rate_limits';
/** How long a count may take where nobody says otherwise; the question itself takes less than a millisecond. */
const TIMEOUT_MS = 1_000;
/** After a count that failed the database is left alone for so long. */
const QUIET_MS = 2_000;
const SWEEP_EVERY_MS = 60_000;

/** The pool, but nobody waits for a database that has just not answered. */
function withTimeout(pool: CountingDatabase, timeoutMs: number): CountingDatabase {
  let quietUntil = 0;
  return {
    async query(question) {
      if (performance.now() < quietUntil) throw new Error('the database did not answer a moment ago');
      try {
        return await pool.query({ ...question, query_timeout: timeoutMs } as typeof question);
      } catch (error) {
        quietUntil = performance.now() + QUIET_MS;
        throw error;
      }
    },
  };
}

/** Forgets what no longer counts, at most once a minute, while somebody counts. */
function sweeper(database: CountingDatabase): () => void {
  let nextAt = 0;
  return () => {
    const now = Date.now();
    if (now < nextAt) return;
    nextAt = now + SWEEP_EVERY_MS;
    database.query({ text: `delete from ${TABLE} where expire < $1`, values: [now] }).catch(() => undefined);
  };
}
