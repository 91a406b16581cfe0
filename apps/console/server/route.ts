import type { Platform } from '@reident/platform';
import type { Operator, TenantTx } from '@reident/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasRight, type Right } from '../shared/roles.ts';
import { ConsoleError } from './console-error.ts';
import type { OpeningLimit } from './opening-limit.ts';

/** One operation below `/console/api`: who may use it stands beside what it does. */
export interface ConsoleRoute {
  method: 'GET' | 'POST';
  path: string;
  /** Bytes that a body may have; 64 kB unless it says so. */
  bodyLimit?: number;
  /** Null: everybody who is signed in. */
  right: Right | null;
  handle(context: ConsoleContext, request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

/** The signed-in operator and the only way to that operator's tenant. */
export interface ConsoleContext {
  platform: Platform;
  operator: Operator;
  may(right: Right): boolean;
  /** To be called before anything personal is shown. */
  countOpening(): void;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

export function consoleContext(platform: Platform, operator: Operator, openings: OpeningLimit): ConsoleContext {
  return {
    platform,
    operator,
    may: (right) => hasRight(operator.role, right),
    countOpening: () => openings.count(operator.id),
    inTenant: (work) => platform.database.inTenant(operator.tenantId, work),
  };
}

/** A part of the path, as text; what is no id finds nothing later. */
export function pathPart(request: FastifyRequest, name: string): string {
  const value = (request.params as Record<string, unknown>)[name];
  if (typeof value !== 'string' || value.length > 64) throw new ConsoleError('model_not_found');
  return value;
}

/** The JSON body, if it is an object. */
export function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body) || Buffer.isBuffer(body))
    throw new ConsoleError('malformed');
  return body as Record<string, unknown>;
}
