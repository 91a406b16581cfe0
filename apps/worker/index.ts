export type { JobOutcome, WorkerMetrics } from './metrics.ts';
export { startWorker, type Worker } from './start-worker.ts';
