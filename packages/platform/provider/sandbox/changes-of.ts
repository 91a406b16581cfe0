import type { IdentResult } from '@reident/domain';
import type { PersonAttributes, Tenant } from '@reident/store';
import { scenarioOf } from './scenario-of.ts';

/** The name that a person has after the identification; who has it already gets the other. */
const NEW_NAMES = ['Neumann', 'Altmann'] as const;

/**
 * What an ordered `SUCCESS_DATA_CHANGED` finds on the document that nobody showed: another last name. Where the last name
 * asks for a test case the birth name changes instead, so that the person goes on playing it. Nothing in a live tenant [API-10].
 */
export function sandboxChanges(
  tenant: Tenant,
  result: IdentResult,
  person: PersonAttributes,
): Partial<PersonAttributes> {
  if (tenant.kind !== 'sandbox' || result !== 'SUCCESS_DATA_CHANGED') return {};
  const playsByLastName = scenarioOf(tenant, { last_name: person.last_name }) !== null;
  const field = playsByLastName ? 'birth_name' : 'last_name';
  const [name, otherwise] = NEW_NAMES;
  return { [field]: person[field] === name ? otherwise : name };
}
