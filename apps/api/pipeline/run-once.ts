import { createHash } from 'node:crypto';
import { PlatformError } from '@reident/domain';
import { Answer } from '@reident/http';
import { claimKey, forgetKey, type OnceRequest, personIn, rememberKey, type TenantTx } from '@reident/store';
import type { FastifyRequest } from 'fastify';
import { CommittedError, type Operation, type RequestInput } from '../contract/define-operation.ts';

export const KEY_HEADER = 'idempotency-key';
/** Tells the caller that nothing was done now: this is the answer of the first request. */
export const REPLAYED_HEADER = 'idempotency-replayed';

export type InTenant = <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>;

/** The request as one that must have one effect; null when the caller does not ask for that [REL-9]. */
export function onceRequest({ text }: Operation, request: FastifyRequest, input: RequestInput): OnceRequest | null {
  const key = request.headers[KEY_HEADER];
  if (key === undefined || (text.method !== 'POST' && text.method !== 'PATCH')) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'must have 1 to 255 visible ASCII characters';
    throw new PlatformError('validation_error', `Idempotency-Key ${message}`, { field: 'Idempotency-Key', message });
  }
  const route = `${text.method} ${text.path}`;
  return { route, key, requestHash: fingerprint(request.url, input), personId: personIn(input.params) };
}

/** Everything that was asked; an uploaded file counts by its hash. */
function fingerprint(url: string, { params, query, body, file }: RequestInput): Buffer {
  const fileHash = file && createHash('sha256').update(file.bytes).digest('hex');
  return createHash('sha256')
    .update(JSON.stringify([url, params, query, body, fileHash]))
    .digest();
}

/** Effect, answer and key are one transaction: either all three are there or none is. */
export async function runOnceInside(
  tx: TenantTx,
  once: OnceRequest,
  status: number,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const earlier = await earlierAnswer(tx, once);
  if (earlier) return earlier;
  const result = await run();
  await remember(tx, once, status, result);
  return result;
}

/** The same for a request that waits for somebody else's server: the key is reserved first. */
export async function runOnceAround(
  inTenant: InTenant,
  once: OnceRequest,
  status: number,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const earlier = await inTenant(async (tx) => {
    const answer = await earlierAnswer(tx, once);
    if (!answer) await rememberKey(tx, once, null);
    return answer;
  });
  if (earlier) return earlier;
  try {
    const result = await run();
    await inTenant((tx) => remember(tx, once, status, result));
    return result;
  } catch (error) {
    await inTenant((tx) => forgetKey(tx, once));
    throw error;
  }
}

async function earlierAnswer(tx: TenantTx, once: OnceRequest): Promise<Answer | null> {
  const state = await claimKey(tx, once);
  if (state === 'new') return null;
  if (state === 'running')
    throw new PlatformError('idempotency_in_progress', 'The first request with this key is still running', {
      retryAfterSeconds: 1,
    });
  if (state === 'other_request')
    throw new PlatformError('idempotency_conflict', 'The key was used with another request on this path');
  return new Answer(state.answer.body, { status: state.answer.status, headers: { [REPLAYED_HEADER]: 'true' } });
}

async function remember(tx: TenantTx, once: OnceRequest, status: number, result: unknown): Promise<void> {
  if (result instanceof CommittedError) return forgetKey(tx, once);
  const answer = result instanceof Answer ? result : new Answer(result);
  await rememberKey(tx, once, { status: answer.status ?? status, body: answer.body });
}
