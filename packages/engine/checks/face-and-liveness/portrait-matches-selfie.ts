import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';
import { whyNotComparable } from './why-not-comparable.ts';

/**
 * Do portrait and selfie show one person?
 *
 * Between the two distances lies a band in which people and their doubles meet: there a specialist compares, and where the two were
 * described by different versions of the network. A blurred or dark face is no evidence of another person.
 */
export const portraitMatchesSelfie = defineCheck({
  id: 'portrait-matches-selfie',
  needs: ['faceDistance', 'selfie', 'portrait'],
  raises: ['WARNING_SELFIE_REAL_PERSON', 'SELFIE_BLURRY', 'SELFIE_DARKNESS', 'ID_BLURRY', 'ID_DARKNESS'],
  evaluate({ faceDistance, selfie, portrait }, thresholds) {
    const { from } = selfie;
    const { isBad } = thresholds;
    if (faceDistance === 'not_comparable')
      return inconclusive('WARNING_SELFIE_REAL_PERSON', { faceDistance: coded('not_comparable') }, from);
    const observed = { faceDistance };
    if (!isBad('faceDistanceSame', faceDistance)) return pass(observed, from);
    const ofSelfie = whyNotComparable(selfie, thresholds);
    if (ofSelfie) return inconclusive(ofSelfie === 'dark' ? 'SELFIE_DARKNESS' : 'SELFIE_BLURRY', observed, from);
    const ofPortrait = whyNotComparable(portrait, thresholds);
    if (ofPortrait) return inconclusive(ofPortrait === 'dark' ? 'ID_DARKNESS' : 'ID_BLURRY', observed, portrait.from);
    if (isBad('faceDistanceOther', faceDistance)) return fail('WARNING_SELFIE_REAL_PERSON', observed, from);
    return inconclusive('WARNING_SELFIE_REAL_PERSON', observed, from);
  },
});
