import { type RateLimit, type Route, routesFor } from '@reident/http';
import type { Platform } from '@reident/platform';
import type { Operator, TenantTx } from '@reident/store';
import { z } from 'zod';
import { hasRight, type Right } from '../shared/roles.ts';
import { ConsoleError } from './console-error.ts';

/** Who may use a route stands beside what it does; null: everybody who is signed in. */
interface Guarded {
  right: Right | null;
}

/** One operation below `/console/api`. */
export type ConsoleRoute = Route<ConsoleContext> & Guarded;

export const consoleRoute = routesFor<ConsoleContext, Guarded>();

/** The signed-in operator and the only way to that operator's tenant. */
export interface ConsoleContext {
  platform: Platform;
  operator: Operator;
  may(right: Right): boolean;
  /**
   * To be called before anything personal is shown. Holds up whoever opens more cases and pictures than a person can look at [CON-6]:
   * it slows a leak down and makes it heard; the audit log is what remembers.
   *
   * @throws ConsoleError `too_many_openings`
   */
  countOpening(): Promise<void>;
  inTenant<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

export function consoleContext(platform: Platform, operator: Operator, openings: RateLimit): ConsoleContext {
  return {
    platform,
    operator,
    may: (right) => hasRight(operator.role, right),
    async countOpening() {
      const retryAfterSeconds = await openings.count(operator.id);
      if (retryAfterSeconds === 0) return;
      platform.log.warn({ operatorId: operator.id }, 'too many openings in the console');
      throw new ConsoleError('too_many_openings', { retryAfterSeconds });
    },
    inTenant: (work) => platform.database.inTenant(operator.tenantId, work),
  };
}

/** A part of the path; what is no id finds nothing later. */
export const Id = z.string().max(64);
