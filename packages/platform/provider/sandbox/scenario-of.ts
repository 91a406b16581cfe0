import { type Scenario, scenarioFor } from '@reident/domain';
import type { PersonAttributes, Tenant } from '@reident/store';

/** The test case that a person's name asks for; always null in a live tenant [API-10]. */
export function scenarioOf(tenant: Tenant, person: PersonAttributes): Scenario | null {
  if (tenant.kind !== 'sandbox') return null;
  return scenarioFor(person.first_name ?? null, person.last_name ?? null, tenant.settings.robots);
}
