import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import type { WorkerMetrics } from '@reident/worker';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Serves `/metrics` for Prometheus and times every route by its pattern, never by its address. */
  register(server: FastifyInstance): void;
  worker: WorkerMetrics;
}

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/**
 * What this process counts: itself, its answers, its deliveries and its jobs. Labels are codes, never data, but they tell
 * how much goes on, so not everybody who reaches the port may read them.
 *
 * @param token  what a reader must send; without one only this machine may read, and nothing that came through a proxy
 */
export function createMetrics(token: string | null): Metrics {
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
      server.get('/metrics', async (request, reply) => {
        if (!mayRead(request, token)) return reply.callNotFound();
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

function mayRead({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const forwarded = FORWARDING.some((name) => headers[name] !== undefined);
  return !forwarded && LOOPBACK.check(addressOf(socket.remoteAddress));
}

/** A proxy on this machine speaks for somebody else. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');

/** As IPv4 where it is one; the loopback of IPv6 counts as that of IPv4. */
function addressOf(address = ''): string {
  if (address === '::1') return '127.0.0.1';
  return address.replace(/^::ffff:/, '');
}

/** In a time that tells nothing of the token. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
