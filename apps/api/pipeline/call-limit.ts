import { PlatformError } from '@reident/domain';
import type { FastifyReply } from 'fastify';

/** Counts the calls that each tenant has under way in this process, and refuses those above the limit [API-8]. */
export class CallLimit {
  private readonly running = new Map<string, number>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** @throws PlatformError `too_many_requests` */
  enter(tenantId: string, reply: FastifyReply): void {
    const before = this.running.get(tenantId) ?? 0;
    const left = this.limit - before;
    reply.header('ratelimit-policy', `"concurrency";q=${this.limit};qu="concurrent-requests"`);
    reply.header('ratelimit', `"concurrency";r=${Math.max(0, left - 1)}`);
    if (left <= 0) {
      const detail = `More than ${this.limit} calls at the same time`;
      throw new PlatformError('too_many_requests', detail, { retryAfterSeconds: 1 });
    }
    this.running.set(tenantId, before + 1);
    reply.raw.once('close', () => this.leave(tenantId));
  }

  isFull(tenantId: string): boolean {
    return (this.running.get(tenantId) ?? 0) >= this.limit;
  }

  private leave(tenantId: string): void {
    const left = (this.running.get(tenantId) ?? 1) - 1;
    if (left > 0) this.running.set(tenantId, left);
    else this.running.delete(tenantId);
  }
}

/**
 * Counts the calls of everybody together. A server that takes on more than it can answer soon answers nobody, so beyond
 * the limit it says at once when to come back, before it has looked at anything but the address [REL-10].
 */
export class Admission {
  private underWay = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get isFull(): boolean {
    return this.underWay >= this.limit;
  }

  /** @throws PlatformError `service_unavailable` */
  enter(reply: FastifyReply): void {
    if (this.isFull)
      throw new PlatformError('service_unavailable', 'The server has as many calls as it can answer', {
        retryAfterSeconds: 1,
      });
    this.underWay += 1;
    reply.raw.once('close', () => {
      this.underWay -= 1;
    });
  }
}
