import { jobHandlersOf, type Platform } from '@reident/platform';
import { listenForWork } from '@reident/store';
import { NO_METRICS, type WorkerMetrics } from './metrics.ts';
import { pollDeliveries } from './poll-deliveries.ts';
import { pollJobs } from './poll-jobs.ts';

export interface Worker {
  /** Takes no more work, lets what is at work finish for a few seconds, and gives the rest back to the queue. */
  stop(): Promise<void>;
}

/**
 * Works on everything that is due, for all tenants: jobs and webhook deliveries.
 *
 * Any number of workers may run beside each other. The database may go and come back meanwhile: nothing here ends.
 */
export function startWorker(platform: Platform, metrics: WorkerMetrics = NO_METRICS): Worker {
  const pollers = [pollDeliveries(platform, metrics), ...pollJobs(platform, jobHandlersOf(platform.config), metrics)];
  const hints = listenForWork(platform.database, () => {
    for (const poller of pollers) poller.wake();
  });
  return {
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
      await hints.stop();
    },
  };
}
