import { anyToAlpha2 } from '@reident/mrz';
import { defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the document name the nationality that the partner holds, in its MRZ and in its VIZ?
 *
 * People may hold two nationalities or have changed theirs, so another one never fails: a person looks whether it was altered,
 * and a success then changes the partner's data. Where either side is unknown, or no country is behind the code (stateless,
 * refugee), there is nothing to compare.
 */
export const nationalityMatchesPerson = defineCheck({
  id: 'nationality-matches-person',
  needs: ['holder', 'person'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ holder: { nationality: mrz, vizNationality: viz, from }, person }) {
    const onFile = person.nationality === null ? null : anyToAlpha2(person.nationality);
    const named = [mrz, viz].filter((code) => code !== null);
    const observed = { mrz, viz, person: onFile };
    if (onFile === null || named.length === 0) return notApplicable(observed);
    return named.every((code) => code === onFile)
      ? pass(observed, from)
      : inconclusive('WARNING_MANIPULATED_DATA', observed, from);
  },
});
