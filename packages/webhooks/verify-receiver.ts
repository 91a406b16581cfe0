import { PlatformError } from '@reident/domain';
import { type Actor, countAudit, recordAudit, sql, type TenantTx } from '@reident/store';
import { effectOf } from './answers.ts';
import { EgressError } from './egress-error.ts';
import type { Egress } from './guarded-fetch.ts';
import { USER_AGENT } from './user-agent.ts';

/** A receiver has this long to answer the verification request. */
const VERIFICATION_SECONDS = 10;
/** Each verification makes us call a stranger's server, so a tenant gets only so many. */
const VERIFICATIONS_PER_MINUTE = 10;
const VERIFICATION_EVENT = 'WEBHOOK-SUBSCRIPTION';

/** @throws PlatformError `invalid_model` when another subscription carries the same event type to the same receiver */
export async function rejectDuplicateSubscription(
  tx: TenantTx,
  { eventType, url, id = '' }: { eventType: string; url: string; id?: string },
): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext(${`subscriptions ${tx.tenant.id}`}))`);
  const [twin] = await tx.query(sql`
    select id from subscriptions
    where tenant_id = ${tx.tenant.id} and event_type = ${eventType} and url = ${url} and disabled_at is null and id <> ${id}`);
  if (twin === undefined) return;
  throw new PlatformError('invalid_model', 'event_type is already subscribed for this url', {
    field: 'event_type',
    message: 'is already subscribed for this url',
  });
}

/** The audit log counts, so the limit holds for any number of processes. @throws PlatformError `too_many_requests` */
export async function countVerification(tx: TenantTx, actor: Actor): Promise<void> {
  const action = 'subscription.verified';
  const since = new Date(tx.now.getTime() - 60_000);
  const made = await countAudit(tx, { entity: 'subscriptions', action, since });
  if (made >= VERIFICATIONS_PER_MINUTE) {
    throw new PlatformError('too_many_requests', 'Too many verification requests in a minute', {
      retryAfterSeconds: 60,
    });
  }
  await recordAudit(tx, { actor, action, entity: 'subscriptions' });
}

/**
 * Asks a receiver whether it wants to hear from us: any 2xx says so. It may not have the secret yet, so this request
 * carries no signature.
 *
 * @throws PlatformError `unsafe_webhook_url`, `invalid_webhook_url`
 */
export async function verifyReceiver(egress: Egress, url: string, sandbox: boolean): Promise<void> {
  const headers = { 'user-agent': USER_AGENT, 'Solaris-Webhook-Event-Type': VERIFICATION_EVENT };
  const request = { headers, body: new Uint8Array(), timeoutSeconds: VERIFICATION_SECONDS };
  const answer = await egress.post(url, sandbox, request).catch((error: unknown) => {
    throw error instanceof EgressError && error.kind === 'insecure' ? unsafeUrl(error) : invalidUrl(error);
  });
  if (effectOf(answer.status) !== 'delivered') throw invalidUrl();
}

function unsafeUrl(cause: unknown): PlatformError {
  const message = 'must begin with https://';
  return new PlatformError('unsafe_webhook_url', `url ${message}`, { field: 'url', message, cause });
}

function invalidUrl(cause?: unknown): PlatformError {
  const message = 'did not answer the verification request with success';
  return new PlatformError('invalid_webhook_url', `url ${message}`, { field: 'url', message, cause });
}
