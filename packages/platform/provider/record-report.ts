import { EVENT_BY_RESULT, type IdentEvent, type IdentResult } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import {
  type Actor,
  changeStatus,
  endInvitationsOf,
  findIdentification,
  findPerson,
  type Identification,
  markIdentified,
  type PersonAttributes,
  type TenantTx,
  updatePerson,
} from '@reident/store';
import { readValidUntil, scheduleWarning } from '../documents/document-on-file.ts';
import { writeDocuments } from '../documents/documents.ts';
import { refreshDueAfter } from '../due/due-date.ts';
import type { Platform } from '../platform.ts';
import type { ProviderReport } from './provider.ts';

const ENDS_ATTEMPT: ReadonlySet<IdentResult> = new Set([
  'SUCCESS',
  'SUCCESS_DATA_CHANGED',
  'ABORTED',
  'CANCELED',
  'FRAUD_SUSPICION_CONFIRMED',
  'FAILED',
]);

/**
 * Takes a provider's result into an identification: result → event → status, and with a success the person's data
 * and the documents. All in the caller's transaction; a refused transition throws and changes nothing.
 *
 * @throws PlatformError `wrong_status` when the table has no such transition
 */
export async function recordReport(
  tx: TenantTx,
  platform: Platform,
  identificationId: string,
  report: ProviderReport,
): Promise<Identification> {
  const identification = await findIdentification(tx, identificationId, { lock: true });
  const event = eventFor(report.result, tx.tenant.settings);
  const changed = await changeStatus(tx, identification, event, {
    actor: report.actor,
    result: report.result,
    reason: report.reason,
    completedAt: ENDS_ATTEMPT.has(report.result) ? tx.now : null,
  });
  if (event === 'confirmed') {
    const validUntil = await readValidUntil(tx, identification.id);
    const document = validUntil === null ? {} : { legitimation_valid_until: validUntil };
    await takeOverPersonData(tx, identification.personId, { ...report.personChanges, ...document }, report.actor);
    if (validUntil !== null) await scheduleWarning(tx, identification.personId, validUntil);
    await markIdentified(tx, identification.personId, tx.now);
    await refreshDueAfter(tx, await findPerson(tx, identification.personId), 'identification', report.actor);
    await endInvitationsOf(tx, identification.personId);
    await writeDocuments(tx, platform, changed);
  }
  return changed;
}

/** A tenant may choose to see provider-side success before the review as `pending_successful`. */
function eventFor(result: IdentResult, settings: TenantSettings): IdentEvent {
  const event: IdentEvent = EVENT_BY_RESULT[result];
  return event === 'review_started' && settings.showPendingSuccessful ? 'review_shown' : event;
}

async function takeOverPersonData(
  tx: TenantTx,
  personId: string,
  changes: Partial<PersonAttributes>,
  actor: Actor,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const person = await findPerson(tx, personId, { lock: true });
  await updatePerson(tx, person, { ...person.attributes, ...changes }, { actor });
}
