import { createHash, timingSafeEqual } from 'node:crypto';
import type { FunnelMetrics } from '@reident/platform';
import type { WorkerMetrics } from '@reident/worker';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Serves `/metrics` for Prometheus and times every route by its pattern, never by its address. */
  register(server: FastifyInstance): void;
  /** A call of the API was rejected at the gate, before it was a request. */
  rejected(code: string): void;
  worker: WorkerMetrics;
  funnel: FunnelMetrics;
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
  const rejected = new Counter({
    name: 'reident_calls_rejected_total',
    help: 'Calls of the API that were rejected because there were too many',
    labelNames: ['code'],
    registers: [registry],
  });
  const funnel = funnelMetrics(registry);
  return {
    funnel,
    rejected: (code) => rejected.inc({ code }),
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

const STEP_SECONDS_BUCKETS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 900];

/** The funnel: how long each step takes, and where capture sessions end. The console shows the same by tenant and time. */
function funnelMetrics(registry: Registry): FunnelMetrics {
  const registers = [registry];
  const begun = new Counter({
    name: 'reident_capture_sessions_started_total',
    help: 'Capture sessions that started',
    registers,
  });
  const submitted = new Counter({
    name: 'reident_capture_sessions_submitted_total',
    help: 'Capture sessions that were submitted',
    registers,
  });
  const ended = new Counter({
    name: 'reident_capture_sessions_ended_total',
    help: 'Capture sessions that ended without a submission, by funnel step and reason',
    labelNames: ['step', 'reason'],
    registers,
  });
  const sentBack = new Counter({
    name: 'reident_retakes_requested_total',
    help: 'Pictures and recordings to be taken again, by the step and the published reason',
    labelNames: ['step', 'reason'],
    registers,
  });
  const seconds = new Histogram({
    name: 'reident_funnel_step_seconds',
    help: 'One stay at a funnel step; the phase says whether the customer or the software was at work',
    labelNames: ['step', 'phase'],
    buckets: STEP_SECONDS_BUCKETS,
    registers,
  });
  return {
    moved({ from, to, sentBack: reason }) {
      if (from === null) begun.inc();
      else seconds.observe({ step: from.step, phase: from.phase }, from.seconds);
      if (from?.step === 'confirm' && (to.step === 'checking' || to.step === 'end')) submitted.inc();
      if (reason !== null) sentBack.inc({ step: to.step, reason });
    },
    ended: (step, reason) => ended.inc({ step, reason }),
  };
}

function mayRead({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const forwarded = FORWARDING.some((name) => headers[name] !== undefined);
  return !forwarded && isLoopback(socket.remoteAddress);
}

/** A proxy on this machine speaks for somebody else. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/** In a time that tells nothing of the token. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
