import { defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Do portrait and selfie show one person?
 *
 * Between the two distances lies a band in which people and their doubles meet: there a specialist compares.
 */
export const portraitMatchesSelfie = defineCheck({
  id: 'portrait-matches-selfie',
  needs: ['faceDistance', 'selfie'],
  raises: ['WARNING_SELFIE_REAL_PERSON'],
  evaluate({ faceDistance, selfie: { from } }, { isBad }) {
    const observed = { faceDistance };
    if (isBad('faceDistanceOther', faceDistance)) return fail('WARNING_SELFIE_REAL_PERSON', observed, from);
    if (isBad('faceDistanceSame', faceDistance)) return inconclusive('WARNING_SELFIE_REAL_PERSON', observed, from);
    return pass(observed, from);
  },
});
