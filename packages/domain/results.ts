import type { Certainty } from './certainty.ts';
import type { IdentEvent } from './transitions.ts';

/** What a provider may answer, in the provider's own words, and the event that each answer is for us. */
// biome-ignore format: a table
export const RESULTS = [
  // result                        kind           event              certainty    source                                meaning
  ['SUCCESS',                     'final',       'confirmed',       'published', 'IDnow gateway, result',             'Passed, nothing changed'],
  ['SUCCESS_DATA_CHANGED',        'final',       'confirmed',       'published', 'IDnow gateway, result',             'Passed, and some data of the person was corrected'],
  ['ABORTED',                     'attempt',     'aborted',         'published', 'IDnow gateway, result',             'The user, the app or the system ended the attempt'],
  ['CANCELED',                    'attempt',     'canceled',        'published', 'IDnow gateway, result',             'The material could not be accepted; no fraud'],
  ['FRAUD_SUSPICION_PENDING',     'preliminary', 'suspected',       'inferred',  'IDnow gateway, result',             'Finished, and a suspicion has to be reviewed'],
  ['FRAUD_SUSPICION_CONFIRMED',   'final',       'fraud_confirmed', 'disputed',  'docs/decisions/0001', 'A person confirmed the suspicion'],
  ['FAILED',                      'final',       'failed',          'disputed',  'guide, test cases',                 'Failed for good'],
  ['REVIEW_PENDING',              'preliminary', 'review_started',  'inferred',  'IDnow gateway, result',             'Finished, expected to succeed, waiting for a review'],
  ['CHECK_PENDING',               'preliminary', 'review_started',  'inferred',  'IDnow gateway, result',             'Finished, a further check is running'],
] as const satisfies readonly ResultRow[];

export type ResultRow = readonly [
  result: string,
  kind: 'final' | 'preliminary' | 'attempt',
  event: IdentEvent,
  certainty: Certainty,
  source: string,
  meaning: string,
];

export type IdentResult = (typeof RESULTS)[number][0];

export const IDENT_RESULTS: readonly IdentResult[] = RESULTS.map(([result]) => result);

export const EVENT_BY_RESULT = Object.fromEntries(RESULTS.map(([result, , event]) => [result, event])) as Record<
  IdentResult,
  IdentEvent
>;

export function isIdentResult(value: unknown): value is IdentResult {
  return typeof value === 'string' && Object.hasOwn(EVENT_BY_RESULT, value);
}

/** The event of a result for a tenant: a review can be shown as `pending_successful`, or stay `pending`. */
export function eventFor(result: IdentResult, settings: { showPendingSuccessful: boolean }): IdentEvent {
  const event = EVENT_BY_RESULT[result];
  return event === 'review_started' && settings.showPendingSuccessful ? 'review_shown' : event;
}
