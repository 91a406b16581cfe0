import type { DeliveryOutcome } from '@reident/webhooks';

export type JobOutcome = 'done' | 'retried' | 'failed' | 'lost';

/** What a worker counts. Whoever serves `/metrics` decides how. */
export interface WorkerMetrics {
  /** One attempt at a delivery, from its lease to its acknowledgement. */
  delivery(outcome: DeliveryOutcome, seconds: number): void;
  job(kind: string, outcome: JobOutcome, seconds: number): void;
}

export const NO_METRICS: WorkerMetrics = { delivery: () => undefined, job: () => undefined };
