import {
  type AttemptReport,
  type Database,
  DatabaseUnavailable,
  disableSubscription,
  isOvertaking,
  type LeasedDelivery,
  LeaseLost,
  lockSubscription,
  postponeDelivery,
  recordAttempt,
  releaseDelivery,
  type StoreLog,
  type TenantTx,
} from '@reident/store';
import { nextStep, parseRetryAfter, type ReceivedAnswer } from './answers.ts';
import { type Played, playAttempt } from './chaos.ts';
import { deliveryHeaders } from './delivery-headers.ts';
import { toEgressError } from './egress-error.ts';
import { EGRESS_LIMITS, type Egress } from './guarded-fetch.ts';

/** A lease outlasts the longest call, so that nobody takes over what is still at work [REL-4]. */
export const DELIVERY_LEASE_SECONDS = EGRESS_LIMITS.callSeconds + 15;
/** An endpoint that has only failed for this long is disabled [WH-8]. */
const GIVE_UP_AFTER_MS = 5 * 86_400_000;
/** While the database is away, an outcome is offered to it again at this pace until the lease ends. */
const OFFER_AGAIN_MS = 500;

export interface DeliveryContext {
  database: Database;
  egress: Egress;
  log: StoreLog;
}

/**
 * What became of one attempt; `lost` when someone else holds the lease, `released` when it was given back untried,
 * `postponed` when the sandbox plays a late one.
 */
export type DeliveryOutcome = AttemptReport['outcome'] | 'lost' | 'released' | 'postponed';

/**
 * Makes one attempt at a leased delivery: sends the frozen bytes, and acknowledges under the lease what the answer means.
 *
 * @param signal  breaks the call off and gives the delivery back
 */
export async function deliver(
  delivery: LeasedDelivery,
  { database, egress, log }: DeliveryContext,
  signal?: AbortSignal,
): Promise<DeliveryOutcome> {
  const startedAt = Date.now();
  const answer = await attempt(delivery, { database, egress, log }, signal);
  if ('postponedTo' in answer) {
    return unlessLost('postponed', () => postponeDelivery(database, delivery, answer.postponedTo));
  }
  const brokenOff = signal?.aborted === true && answer.status === null && answer.error !== 'erased';
  if (brokenOff) return unlessLost('released', () => releaseDelivery(database, delivery));
  const report = toReport(delivery.attempt, answer, Date.now() - startedAt);

  const leaseEndsAt = startedAt + DELIVERY_LEASE_SECONDS * 1000;
  for (;;) {
    try {
      await database.inTenant(delivery.tenantId, (tx) => acknowledge(tx, delivery, report, log));
      return report.outcome;
    } catch (error) {
      if (error instanceof LeaseLost) return 'lost';
      if (!(error instanceof DatabaseUnavailable) || Date.now() > leaseEndsAt || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, OFFER_AGAIN_MS));
    }
  }
}

async function attempt(
  delivery: LeasedDelivery,
  { database, egress }: DeliveryContext,
  signal?: AbortSignal,
): Promise<Played> {
  const { body } = delivery.notification;
  if (body === null) return { status: null, retryAfterSeconds: null, error: 'erased' };
  return playAttempt({
    delivery,
    send: (asPlayed) => send(asPlayed, body, egress, signal),
    isOvertaking: () => isOvertaking(database, delivery),
  });
}

async function send(
  delivery: LeasedDelivery,
  body: Buffer,
  egress: Egress,
  signal?: AbortSignal,
): Promise<ReceivedAnswer> {
  const at = new Date();
  const request = { headers: deliveryHeaders(delivery, body, at), body, signal };
  try {
    const { status, retryAfter } = await egress.post(delivery.subscription.url, delivery.sandbox, request);
    return { status, retryAfterSeconds: parseRetryAfter(retryAfter, at), error: null };
  } catch (error) {
    return { status: null, retryAfterSeconds: null, error: toEgressError(error).kind };
  }
}

function toReport(attempt: number, answer: ReceivedAnswer, durationMs: number): AttemptReport {
  const { status: responseStatus, error } = answer;
  const made = { responseStatus, error, durationMs };
  if (error === 'erased') return { ...made, outcome: 'canceled' };
  const step = nextStep(attempt, answer, Math.random);
  if (step.state === 'retry') return { ...made, outcome: 'retry', retryInSeconds: step.afterSeconds };
  return { ...made, outcome: step.state === 'subscription_cancelled' ? 'canceled' : step.state };
}

/** One transaction: the attempt, the delivery's next state, and the end of the subscription where the answer means that. */
async function acknowledge(
  tx: TenantTx,
  delivery: LeasedDelivery,
  report: AttemptReport,
  log: StoreLog,
): Promise<void> {
  const { id } = delivery.subscription;
  const isActive = report.outcome === 'delivered' || (await lockSubscription(tx, id));
  const { failingSince } = await recordAttempt(tx, delivery, report);
  const reason = reasonToEnd(report, failingSince, tx.now);
  // Where somebody ended the subscription during the call, the reason stays theirs.
  if (reason === null || !isActive) return;
  await disableSubscription(tx, id, reason, { kind: 'system', id: null });
  tx.afterCommit(() =>
    log.warn({ tenant: delivery.tenantId, subscription: id, reason }, 'a webhook subscription ended'),
  );
}

/** Why the receiver gets nothing more; null while it does. */
function reasonToEnd(report: AttemptReport, failingSince: Date | null, now: Date): string | null {
  if (report.responseStatus === 410) return 'gone';
  const failed = report.outcome === 'retry' || report.outcome === 'exhausted';
  const failingForMs = failingSince === null ? 0 : now.getTime() - failingSince.getTime();
  return failed && failingForMs >= GIVE_UP_AFTER_MS ? 'failing' : null;
}

/** Gives a delivery back without an attempt. */
async function unlessLost(outcome: 'released' | 'postponed', giveBack: () => Promise<void>): Promise<DeliveryOutcome> {
  try {
    await giveBack();
    return outcome;
  } catch (error) {
    if (error instanceof LeaseLost) return 'lost';
    throw error;
  }
}
