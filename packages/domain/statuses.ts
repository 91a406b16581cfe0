import type { Certainty } from './certainty.ts';

/** Every status that an AutoIdent identification can have. A new identification is `created`. */
// biome-ignore format: a table
export const STATUSES = {
  //                        final  link alive          certainty    source                     meaning
  created:            status(false, false,           'published', 'guide, status values',     'The identification exists; nobody has been asked to do anything yet'),
  pending:            status(false, true,            'published', 'guide, status values',     'The customer has a link and has not finished, or the result is being reviewed'),
  pending_successful: status(false, false,           'inferred',  'API reference, status',    'Finished and likely to succeed, waiting for a review; shown only if the tenant wants it'),
  pending_failed:     status(false, false,           'published', 'guide, status values',     'Under review because of a suspicion; success is possible, but rare'),
  successful:         status(false, false,           'published', 'guide, status values',     'The person is identified; their data may have been updated on the way'),
  aborted:            status(false, true,            'published', 'guide, status values',     'The customer stopped; the same link works until it expires'),
  canceled:           status(false, true,            'published', 'guide, status values',     'The provider could not accept what it got; the same link works until it expires'),
  failed:             status(true,  false,           'published', 'guide, status values',     'It did not succeed, for good; a reason is never given'),
  expired:            status(true,  false,           'inferred',  'API reference, status',    'The link ended before a result'),
} as const satisfies Record<string, StatusRow>;

export type IdentStatus = keyof typeof STATUSES;

export interface StatusRow {
  /** No event leads out of a final status. */
  final: boolean;
  /** Whether the customer may (still, or again) use the link. */
  linkAlive: boolean;
  certainty: Certainty;
  source: string;
  meaning: string;
}

export const STATUS_CODES = Object.keys(STATUSES) as IdentStatus[];

export function isIdentStatus(value: unknown): value is IdentStatus {
  return typeof value === 'string' && Object.hasOwn(STATUSES, value);
}

export function isFinal(status: IdentStatus): boolean {
  return STATUSES[status].final;
}

function status(final: boolean, linkAlive: boolean, certainty: Certainty, source: string, meaning: string): StatusRow {
  return { final, linkAlive, certainty, source, meaning };
}
