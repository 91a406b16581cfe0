import { compareNames, type NameDifferenceKind } from '@reident/mrz';
import { coded, defineCheck, fail, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is the name on the document the person's name?
 *
 * Compatible spellings pass and are listed; a success then changes the person's data where the document says more. A name
 * that cannot be compared, because one side has none or in a script without a table, goes to a person; so does another name that was read from the VIZ
 * alone, which no check digit protects. The names of test
 * cases are instructions, not names.
 */
export const nameMatchesPerson = defineCheck({
  id: 'name-matches-person',
  needs: ['holder', 'person'],
  raises: ['WARNING_NAME_COMPARISON'],
  evaluate({ holder, person }) {
    if (person.isTestCase) return notApplicable({ person: coded('test_case') });
    const { outcome, differences } = compareNames(holder, person);
    const observed = {
      document: `${holder.secondaryIdentifier} ${holder.primaryIdentifier}`.trim(),
      person: `${person.firstName ?? ''} ${person.lastName ?? ''}`.trim(),
      differences: differences.length > 0 ? coded(...differences.map(({ kind }) => kind)) : null,
    };
    if (outcome !== 'different') return pass(observed, holder.from);
    return holder.readFrom === 'viz' || differences.every(({ kind }) => UNCOMPARABLE.has(kind))
      ? inconclusive('WARNING_NAME_COMPARISON', observed, holder.from)
      : fail('WARNING_NAME_COMPARISON', observed, holder.from);
  },
});

const UNCOMPARABLE: ReadonlySet<NameDifferenceKind> = new Set(['missing', 'unsupported_script']);
