import { LAW_CLASSES } from '@reident/domain/rekyc';
import type { PersonAttributes, TenantTx } from '@reident/store';

/**
 * What a partner sends of a person, with the day on which the customer is to be asked again whether the data is right. The
 * platform sets that day: first when the person is created, and anew with each confirmation. An identification confirms nothing.
 *
 * @see AML guide, periodic confirmation
 */
export function withFollowUp(tx: TenantTx, sent: PersonAttributes, since = sent.aml_confirmed_on): PersonAttributes {
  if (typeof since !== 'string') return sent;
  return {
    ...sent,
    aml_follow_up_date: yearsAfter(since, Math.min(tx.tenant.settings.amlCycleYears, LAW_CLASSES.normal.mostYears)),
  };
}

/** For a person who is new: known from today on, unless the data was confirmed on another day. */
export function withFirstFollowUp(tx: TenantTx, sent: PersonAttributes): PersonAttributes {
  return withFollowUp(tx, sent, sent.aml_confirmed_on ?? tx.now.toISOString().slice(0, 10));
}

const LAST_DAY = '9999-12-31';

/** The same day some years later; the first of March where the year has no 29th of February. Days end with four digits of a year. */
function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}
