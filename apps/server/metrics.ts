import type { WorkerMetrics } from '@reident/worker';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Serves `/metrics` for Prometheus and times every route by its pattern, never by its address. */
  register(server: FastifyInstance): void;
  worker: WorkerMetrics;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/** What this process counts: itself, its answers, its deliveries and its jobs. Labels are codes, never data. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [registry] });
  const requests = histogram('reident_http_request_seconds', 'Time from request to answer', [
    'method',
    'route',
    'status',
  ]);
  const deliveries = histogram('reident_delivery_seconds', 'One attempt at a webhook delivery', ['outcome']);
  const jobs = histogram('reident_job_seconds', 'One job of the queue', ['kind', 'outcome']);
  return {
    register(server) {
      server.addHook('onResponse', async (request, reply) => {
        const route = request.routeOptions.url ?? 'none';
        requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
      });
      server.get('/metrics', async (_request, reply) => {
        reply.type(registry.contentType);
        return registry.metrics();
      });
    },
    worker: {
      delivery: (outcome, seconds) => deliveries.observe({ outcome }, seconds),
      job: (kind, outcome, seconds) => jobs.observe({ kind, outcome }, seconds),
    },
  };
}
