import { type LeasedDelivery, leaseDeliveries } from '@reident/store';
import { DELIVERY_LEASE_SECONDS, type DeliveryContext, deliver } from '@reident/webhooks';
import { leasing } from './leasing.ts';
import type { WorkerMetrics } from './metrics.ts';
import { type Poller, startPoller } from './poller.ts';
import { reportQueueOutage } from './report-queue-outage.ts';

/** Calls that may wait for an answer at the same time; each endpoint may only have five of them. */
const CONCURRENCY = 200;
const GRACE_MS = 3_000;

export function pollDeliveries(context: DeliveryContext, metrics: WorkerMetrics): Poller {
  const { database, log } = context;
  return startPoller({
    concurrency: CONCURRENCY,
    graceMs: GRACE_MS,
    onOutage: reportQueueOutage(log, 'webhook deliveries'),
    lease: leasing<LeasedDelivery>(database, (limit, leaseId) =>
      leaseDeliveries(database, { limit, leaseSeconds: DELIVERY_LEASE_SECONDS, leaseId }),
    ),
    async work(delivery, signal) {
      const startedAt = Date.now();
      try {
        const outcome = await deliver(delivery, context, signal);
        metrics.delivery(outcome, (Date.now() - startedAt) / 1000);
      } catch (error) {
        // The lease runs out by itself, and another attempt follows.
        log.error({ err: error, delivery: delivery.id }, 'a webhook delivery could not be recorded');
      }
    },
  });
}
