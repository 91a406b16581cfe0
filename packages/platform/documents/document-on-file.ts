import type { GatheredEvidence } from '@reident/engine';
import { enqueueNotification, findLatestExamination, type Person, scheduleJob, type TenantTx } from '@reident/store';

/** So long before the document on file ends, the partner is told that accounts may be blocked. */
export const WARNING_DAYS = 60;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * - `unknown`: no document was read
 * - `valid`, `ending` within the warning time, or `ended`
 */
export type DocumentOnFile = 'unknown' | 'valid' | 'ending' | 'ended';

/** How the identity document stands that a person was last identified with. A document is valid through its last day. */
export function documentOnFile({ attributes }: Person, now: Date): DocumentOnFile {
  const validUntil = validUntilOf(attributes.legitimation_valid_until);
  if (validUntil === null) return 'unknown';
  if (validUntil < dayOf(now)) return 'ended';
  return warningDay(validUntil) > now ? 'valid' : 'ending';
}

/** The last day of the document that was read in an identification; null when none was read. */
export async function readValidUntil(tx: TenantTx, identificationId: string): Promise<string | null> {
  const examination = await findLatestExamination(tx, identificationId);
  const evidence = examination?.evidence as GatheredEvidence | undefined;
  return validUntilOf(evidence?.mrz?.fields.expiryDate);
}

/** Orders the warning about a document; a later document moves it. */
export async function scheduleWarning(tx: TenantTx, personId: string, validUntil: string): Promise<void> {
  await scheduleJob(tx, { kind: 'document_ends', key: personId, dueAt: warningDay(validUntil) });
}

/** Tells the partner that the document on file ends, and when accounts may be blocked for it. */
export async function warnPartner(tx: TenantTx, person: Person): Promise<void> {
  const body = { blocking_date: person.attributes.legitimation_valid_until, reason: 'IDENTIFICATION_DOCUMENT_EXPIRED' };
  await enqueueNotification(tx, {
    eventType: 'POTENTIAL_ACCOUNT_BLOCKING',
    entityId: person.id,
    personId: person.id,
    body,
  });
}

function validUntilOf(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

function warningDay(validUntil: string): Date {
  return new Date(Date.parse(validUntil) - WARNING_DAYS * DAY_MS);
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
