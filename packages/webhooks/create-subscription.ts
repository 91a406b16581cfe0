import { PlatformError } from '@reident/identification';
import {
  type Actor,
  type Database,
  insertSubscription,
  recordAudit,
  type Subscription,
  type TenantTx,
} from '@reident/store';
import { effectOf } from './answers.ts';
import { EgressError } from './egress-error.ts';
import type { Egress } from './guarded-fetch.ts';
import { newSecret } from './signature.ts';
import { USER_AGENT } from './user-agent.ts';

/** A receiver has this long to answer the verification request. */
const VERIFICATION_SECONDS = 10;
/** Each verification makes us call a stranger's server, so a tenant gets only so many. */
const VERIFICATIONS_PER_MINUTE = 10;
const VERIFICATION_EVENT = 'WEBHOOK-SUBSCRIPTION';

export interface NewSubscription {
  eventType: string;
  url: string;
}

/**
 * Subscribes a receiver to one event type, if it answers the verification request with any 2xx.
 *
 * The secret is in this answer and nowhere else again [WH-3].
 *
 * @throws PlatformError `unsafe_webhook_url` when the URL is not https, `invalid_webhook_url` in one text for whatever
 *   else is wrong with the receiver (a partner must not learn what our network looks like), `invalid_model` when the
 *   same receiver has the same subscription already, `too_many_requests`
 */
export async function createSubscription(
  { database, egress }: { database: Database; egress: Egress },
  tenantId: string,
  { eventType, url }: NewSubscription,
  actor: Actor,
): Promise<{ subscription: Subscription; secret: string }> {
  const sandbox = await database.inTenant(tenantId, async (tx) => {
    await refuseTwin(tx, eventType, url);
    await countVerification(tx, actor);
    return tx.tenant.kind === 'sandbox';
  });
  await verify(egress, url, sandbox);
  const secret = newSecret();
  const subscription = await database.inTenant(tenantId, async (tx) => {
    await refuseTwin(tx, eventType, url);
    return insertSubscription(tx, { eventType, url, secret }, actor);
  });
  return { subscription, secret };
}

async function refuseTwin(tx: TenantTx, eventType: string, url: string): Promise<void> {
  await tx.run('lock-subscriptions', 'select pg_advisory_xact_lock(hashtext($1))', [`subscriptions ${tx.tenant.id}`]);
  const twin = await tx.db
    .selectFrom('subscriptions')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_type', '=', eventType)
    .where('url', '=', url)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (twin === undefined) return;
  throw new PlatformError('invalid_model', 'event_type is already subscribed for this url', {
    field: 'event_type',
    message: 'is already subscribed for this url',
  });
}

/** The audit log counts, so the limit holds for any number of processes. */
async function countVerification(tx: TenantTx, actor: Actor): Promise<void> {
  const action = 'subscription.verified';
  const { made } = await tx.db
    .selectFrom('audit_log')
    .select(({ fn }) => fn.countAll<number>().as('made'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('entity', '=', 'subscriptions')
    .where('action', '=', action)
    .where('at', '>', new Date(tx.now.getTime() - 60_000))
    .executeTakeFirstOrThrow();
  if (made >= VERIFICATIONS_PER_MINUTE) {
    throw new PlatformError('too_many_requests', 'Too many verification requests in a minute', {
      retryAfterSeconds: 60,
    });
  }
  await recordAudit(tx, { actor, action, entity: 'subscriptions' });
}

/** The receiver does not have the secret yet, so this request carries no signature. */
async function verify(egress: Egress, url: string, sandbox: boolean): Promise<void> {
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
