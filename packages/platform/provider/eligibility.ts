import { PlatformError } from '@reident/domain';
import type { TenantSettings } from '@reident/domain/tenant-settings';
import type { Person } from '@reident/store';

interface EligibilityRule {
  id: string;
  holds(person: Person, settings: TenantSettings): boolean;
  /** Why AutoIdent cannot be used, for the partner. */
  breach: string;
}

/**
 * Who may be re-identified with AutoIdent: somebody who lives in Germany and was identified before.
 * What is not known passes where the tenant asks for nothing, and fails where it asks for proof.
 *
 * @see guide, Eligibility
 */
export const ELIGIBILITY_RULES: readonly EligibilityRule[] = [
  {
    id: 'resides_in_germany',
    holds: ({ attributes }, { formerIdentification }) => {
      const country = attributes.address?.country ?? null;
      return country === null ? formerIdentification === 'any' : country === 'DE';
    },
    breach: 'AutoIdent is for persons who live in Germany: address.country must be DE',
  },
  {
    id: 'identified_before',
    holds: ({ identifiedAt }, { formerIdentification }) => formerIdentification === 'any' || identifiedAt !== null,
    breach: 'AutoIdent is not for a first identification: the person must have been identified before (identified_at)',
  },
];

/** The rules that this person breaks; empty for somebody who may be re-identified. */
export function breachesOf(person: Person, settings: TenantSettings): readonly EligibilityRule[] {
  return ELIGIBILITY_RULES.filter((rule) => !rule.holds(person, settings));
}

/** @throws PlatformError `unauthorized_action`, naming the first rule that is broken */
export function rejectIneligible(person: Person, settings: TenantSettings): void {
  const [breach] = breachesOf(person, settings);
  if (breach) throw new PlatformError('unauthorized_action', `${breach.breach} (rule ${breach.id})`);
}
