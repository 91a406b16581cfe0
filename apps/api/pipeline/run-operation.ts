import { PlatformError } from '@reident/domain';
import type { RateLimits } from '@reident/http';
import type { Platform, SmsSender } from '@reident/platform';
import type { TenantTx } from '@reident/store';
import type { FastifyRequest } from 'fastify';
import type { Caller, Operation, RequestInput } from '../contract/define-operation.ts';
import { type InTenant, onceRequest, runOnceAround, runOnceInside } from './run-once.ts';

/** What every call is given of the installation. */
export interface Installation {
  platform: Platform;
  sms: SmsSender;
  limits: RateLimits;
}

/** Runs an operation for a request: in the tenant's transaction, and once only where the caller asks for that. */
export async function runOperation(
  operation: Operation,
  input: RequestInput,
  request: FastifyRequest,
  { platform, sms, limits }: Installation,
): Promise<unknown> {
  const { run, status } = operation;
  if (run.kind === 'open') {
    return run.call(input, { platform, authorization: request.headers.authorization, address: request.ip, limits });
  }
  const caller = callerOf(request);
  const once = onceRequest(operation, request, input);
  const within: InTenant = (work) => platform.database.inTenant(caller.tenantId, work);
  if (run.kind === 'unlocked') {
    const context = { platform, caller, sms, inTenant: within };
    const call = () => run.call(input, context);
    return once ? runOnceAround(within, once, status, call) : call();
  }
  // With an Idempotency-Key something else comes first.
  const prefetch = once ? [] : run.prefetch(input, caller.tenantId);
  const work = async (tx: TenantTx) => {
    if (operation.sandboxOnly && tx.tenant.kind !== 'sandbox')
      throw new PlatformError('unauthorized_action', 'This exists only in the sandbox');
    const call = () => run.call(input, { platform, caller, sms, tx });
    return once ? runOnceInside(tx, once, status, call) : call();
  };
  return platform.database.inTenant(caller.tenantId, work, prefetch);
}

function callerOf({ caller }: FastifyRequest): Caller {
  if (caller) return caller;
  throw new Error('a route of the API ran without a caller');
}
