import { newId, PlatformError } from '@reident/domain';
import type { JobHandler, Platform } from '@reident/platform';
import {
  completeJob,
  DatabaseUnavailable,
  failJob,
  type JobKind,
  type LeasedJob,
  LeaseLost,
  leaseJobs,
  retryJob,
} from '@reident/store';
import { leasing } from './leasing.ts';
import type { JobOutcome, WorkerMetrics } from './metrics.ts';
import { type Poller, startPoller } from './poller.ts';
import { reportQueueOutage } from './report-queue-outage.ts';

export type JobHandlers = Partial<Record<JobKind, { handle: JobHandler; timeoutSeconds: number }>>;

// biome-ignore format: a table
export const JOB_LIMITS = {
  /** Jobs of one lease length that run at the same time. */
  concurrency:        4,
  /** How much longer a lease is than the handler's time, so that nobody takes over what is still at work [REL-4]. */
  leaseSlackSeconds: 15,
  /** After so many tries a job is parked as failed. */
  attempts:           8,
  /** Wait after the first failed try; it doubles with each. */
  firstWaitSeconds:   1,
  longestWaitSeconds: 300,
  graceMs:        10_000,
} as const;

/** One poller per lease length, so that each kind of job is taken over as soon as its own time allows. */
export function pollJobs(platform: Platform, handlers: JobHandlers, metrics: WorkerMetrics): Poller[] {
  const lengths = new Set(Object.values(handlers).map(({ timeoutSeconds }) => timeoutSeconds));
  return [...lengths].map((timeoutSeconds) => {
    const known = Object.keys(handlers) as JobKind[];
    const kinds = known.filter((kind) => handlers[kind]?.timeoutSeconds === timeoutSeconds);
    const leaseSeconds = timeoutSeconds + JOB_LIMITS.leaseSlackSeconds;
    return startPoller({
      concurrency: JOB_LIMITS.concurrency,
      graceMs: JOB_LIMITS.graceMs,
      onOutage: reportQueueOutage(platform.log, kinds.join(', ')),
      lease: leasing<LeasedJob>(platform.database, (limit, leaseId) =>
        leaseJobs(platform.database, { kinds, limit, leaseSeconds, leaseId }),
      ),
      async work(job, signal) {
        const startedAt = Date.now();
        const outcome = await workOn(job, platform, handlers, signal);
        metrics.job(job.kind, outcome, (Date.now() - startedAt) / 1000);
      },
    });
  });
}

/** Runs a job's handler within its time, then acknowledges. Never rejects: what goes wrong is logged, and the lease runs out. */
async function workOn(
  job: LeasedJob,
  platform: Platform,
  handlers: JobHandlers,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const { database } = platform;
  const row = handlers[job.kind];
  if (row === undefined) return 'lost';
  try {
    await within(row.timeoutSeconds, signal, row.handle(job, platform));
    await completeJob(database, job);
    return 'done';
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'model_not_found') return endIdle(job, platform);
    return afterFailure(job, platform, error).catch((failure: unknown) => {
      if (!(failure instanceof LeaseLost || failure instanceof DatabaseUnavailable)) {
        platform.log.error({ err: failure, job: job.id, kind: job.kind }, 'a failed job could not be given back');
      }
      return 'lost';
    });
  }
}

/** What the job is about is gone, as after an erasure: there is nothing left to do, and nothing to try again. */
async function endIdle(job: LeasedJob, { database, log }: Platform): Promise<JobOutcome> {
  log.info({ job: job.id, kind: job.kind }, 'a job was about something that is gone');
  return completeJob(database, job).then(
    () => 'done',
    () => 'lost',
  );
}

/** A job that failed is tried again, later each time; after the last try it is parked under the id of the logged error. */
async function afterFailure(job: LeasedJob, { database, log }: Platform, error: unknown): Promise<JobOutcome> {
  if (error instanceof LeaseLost) return 'lost';
  if (error instanceof Stopping) {
    await retryJob(database, job, 0);
    return 'retried';
  }
  const errorId = newId('ex');
  const about = { err: error, errorId, job: job.id, kind: job.kind, attempt: job.attempt };
  if (job.attempt >= JOB_LIMITS.attempts) {
    log.error(about, 'a job failed for good');
    await failJob(database, job, errorId);
    return 'failed';
  }
  log.warn(about, 'a job failed and is tried again');
  await retryJob(database, job, waitAfter(job.attempt));
  return 'retried';
}

export function waitAfter(attempt: number): number {
  return Math.min(JOB_LIMITS.longestWaitSeconds, JOB_LIMITS.firstWaitSeconds * 2 ** (attempt - 1));
}

class Stopping extends Error {
  override readonly name = 'Stopping';
}

/** Waits for the work, but no longer than its time and not beyond the end of the process. */
async function within(seconds: number, signal: AbortSignal, work: Promise<void>): Promise<void> {
  let giveUp: () => void = () => undefined;
  const end = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the job took longer than ${seconds} s`)), seconds * 1000);
    const stop = () => reject(new Stopping());
    signal.addEventListener('abort', stop, { once: true });
    giveUp = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
  });
  try {
    await Promise.race([work, end]);
  } finally {
    giveUp();
  }
}
