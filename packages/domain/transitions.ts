import type { Certainty } from './certainty.ts';
import { PlatformError } from './platform-error.ts';
import type { IdentStatus } from './statuses.ts';

/**
 * What may happen to an identification. A pair of status and event that has no row is refused and changes nothing.
 * The customer may use the link again after `aborted` and `canceled`; the status follows the next result, not the reopening.
 */
// biome-ignore format: a table
export const TRANSITIONS = [
  // from                  event              to                    certainty    source
  ['created',             'requested',       'pending',            'published', 'guide, Appendix II'],

  ['pending',             'requested',       'pending',            'ours',      'asking twice changes nothing'],
  ['pending',             'review_started',  'pending',            'ours',      'docs/decisions/0001'],
  ['pending',             'review_shown',    'pending_successful', 'inferred',  'API reference, status'],
  ['pending',             'confirmed',       'successful',         'published', 'guide, Appendix II, case 1'],
  ['pending',             'canceled',        'canceled',           'published', 'guide, Appendix II, case 2'],
  ['pending',             'fraud_confirmed', 'canceled',           'published', 'guide, Appendix II, case 2 and test cases'],
  ['pending',             'aborted',         'aborted',            'inferred',  'guide, status values'],
  ['pending',             'suspected',       'pending_failed',     'inferred',  'guide, status values'],
  ['pending',             'failed',          'failed',             'inferred',  'guide, status values and test cases'],
  ['pending',             'expired',         'expired',            'inferred',  'API reference, status'],

  ['pending_successful',  'requested',       'pending_successful', 'ours',      'asking twice changes nothing'],
  ['pending_successful',  'review_started',  'pending_successful', 'ours',      'a review goes on'],
  ['pending_successful',  'review_shown',    'pending_successful', 'ours',      'a review goes on'],
  ['pending_successful',  'confirmed',       'successful',         'inferred',  'API reference, status'],
  ['pending_successful',  'canceled',        'canceled',           'inferred',  'API reference, status'],
  ['pending_successful',  'fraud_confirmed', 'canceled',           'disputed',  'docs/decisions/0001'],
  ['pending_successful',  'suspected',       'pending_failed',     'ours',      'a specialist may suspect what software let pass'],
  ['pending_successful',  'failed',          'failed',             'inferred',  'API reference, status'],

  ['pending_failed',      'requested',       'pending_failed',     'ours',      'asking twice changes nothing'],
  ['pending_failed',      'confirmed',       'successful',         'published', 'guide, status values'],
  ['pending_failed',      'canceled',        'canceled',           'inferred',  'guide, status values'],
  ['pending_failed',      'fraud_confirmed', 'canceled',           'disputed',  'docs/decisions/0001'],
  ['pending_failed',      'failed',          'failed',             'inferred',  'guide, status values'],

  ['aborted',             'requested',       'aborted',            'ours',      'the same link is answered'],
  ['aborted',             'review_started',  'aborted',            'ours',      'the status follows the result of the review'],
  ['aborted',             'review_shown',    'pending_successful', 'ours',      'guide, status values: same link again'],
  ['aborted',             'confirmed',       'successful',         'inferred',  'guide, status values: same link again'],
  ['aborted',             'canceled',        'canceled',           'inferred',  'guide, status values: same link again'],
  ['aborted',             'fraud_confirmed', 'canceled',           'inferred',  'guide, status values: same link again'],
  ['aborted',             'aborted',         'aborted',            'inferred',  'guide, status values: same link again'],
  ['aborted',             'suspected',       'pending_failed',     'inferred',  'guide, status values: same link again'],
  ['aborted',             'failed',          'failed',             'inferred',  'guide, status values: same link again'],
  ['aborted',             'expired',         'expired',            'inferred',  'guide, status values: same link again'],

  ['canceled',            'requested',       'canceled',           'ours',      'the same link is answered'],
  ['canceled',            'review_started',  'canceled',           'ours',      'the status follows the result of the review'],
  ['canceled',            'review_shown',    'pending_successful', 'ours',      'guide, status values: same link again'],
  ['canceled',            'confirmed',       'successful',         'published', 'guide, Appendix II, case 2'],
  ['canceled',            'canceled',        'canceled',           'inferred',  'guide, status values: same link again'],
  ['canceled',            'fraud_confirmed', 'canceled',           'inferred',  'guide, status values: same link again'],
  ['canceled',            'aborted',         'aborted',            'inferred',  'guide, status values: same link again'],
  ['canceled',            'suspected',       'pending_failed',     'inferred',  'guide, status values: same link again'],
  ['canceled',            'failed',          'failed',             'inferred',  'guide, status values: same link again'],
  ['canceled',            'expired',         'expired',            'inferred',  'guide, status values: same link again'],

  ['successful',          'fraud_confirmed', 'canceled',           'published', 'guide, Appendix II, case 3'],
  ['successful',          'canceled',        'canceled',           'published', 'guide, Appendix II, case 3'],
] as const satisfies readonly TransitionRow[];

export type TransitionRow = readonly [from: IdentStatus, event: string, to: IdentStatus, Certainty, source: string];

export type IdentEvent = (typeof TRANSITIONS)[number][1];

export const IDENT_EVENTS: readonly IdentEvent[] = [...new Set(TRANSITIONS.map(([, event]) => event))];

/**
 * The status after an event.
 *
 * @throws PlatformError `wrong_status` when the table has no such row
 */
export function nextStatus(status: IdentStatus, event: IdentEvent): IdentStatus {
  const to = findTransition(status, event);
  if (to === undefined) {
    throw new PlatformError('wrong_status', `An identification in status ${status} cannot be ${VERBS[event]}`);
  }
  return to;
}

/** Whether the event has a row for the status. */
export function canHappen(status: IdentStatus, event: IdentEvent): boolean {
  return findTransition(status, event) !== undefined;
}

function findTransition(status: IdentStatus, event: IdentEvent): IdentStatus | undefined {
  return TRANSITIONS.find((row) => row[0] === status && row[1] === event)?.[2];
}

/** Completes the sentence "an identification in status … cannot be …". */
const VERBS: Record<IdentEvent, string> = {
  requested: 'requested',
  review_started: 'put under review',
  review_shown: 'put under review',
  confirmed: 'confirmed',
  canceled: 'canceled',
  fraud_confirmed: 'canceled for fraud',
  aborted: 'aborted',
  suspected: 'suspected of fraud',
  failed: 'failed',
  expired: 'expired',
};
