import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Do portrait and selfie show one person?
 *
 * Between the two distances lies a band in which people and their doubles meet: there a specialist compares, and where the two were
 * described by different versions of the network.
 */
export const portraitMatchesSelfie = defineCheck({
  id: 'portrait-matches-selfie',
  needs: ['faceDistance', 'selfie'],
  raises: ['WARNING_SELFIE_REAL_PERSON'],
  evaluate({ faceDistance, selfie: { from } }, { isBad }) {
    if (faceDistance === 'not_comparable')
      return inconclusive('WARNING_SELFIE_REAL_PERSON', { faceDistance: coded('not_comparable') }, from);
    const observed = { faceDistance };
    if (isBad('faceDistanceOther', faceDistance)) return fail('WARNING_SELFIE_REAL_PERSON', observed, from);
    if (isBad('faceDistanceSame', faceDistance)) return inconclusive('WARNING_SELFIE_REAL_PERSON', observed, from);
    return pass(observed, from);
  },
});
