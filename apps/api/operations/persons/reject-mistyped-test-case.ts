import { mistypedScenario, PlatformError } from '@reident/domain';
import type { PersonAttributes, Tenant } from '@reident/store';

const NAMES = ['first_name', 'last_name'] as const;

/**
 * A test case with a slip in it would go the real way without a word, and a test would wait for its end in vain. A live
 * tenant has no test cases, so there a name is a name [API-10].
 *
 * @throws PlatformError `validation_error` with the test case that is probably meant
 */
export function rejectMistypedTestCase({ kind, settings }: Tenant, attributes: PersonAttributes): void {
  if (kind !== 'sandbox') return;
  for (const field of NAMES) {
    const meant = mistypedScenario(attributes[field], settings.robots);
    if (meant === null) continue;
    const hint = meant === '' ? 'docs/reference/outcomes.md lists all of them' : `did you mean ${meant}?`;
    const message = `begins like a test case and is none: ${hint}`;
    throw new PlatformError('validation_error', `${field} ${message}`, { field, message });
  }
}
