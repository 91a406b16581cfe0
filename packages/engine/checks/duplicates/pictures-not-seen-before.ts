import { CAPTURE_STEPS, type CaptureStep } from '../../readings/capture.ts';
import { defineCheck, inconclusive, notApplicable, observedOf, pass } from '../definition/define-check.ts';

/**
 * Is no picture almost the same as one of another person of the partner?
 *
 * Found is a picture that was made smaller, coded anew or cropped a little. Its hash holds the background and the angle as well as
 * the thing, so that another photograph of the same card or face is another picture: no face is searched for [CAP-7].
 */
export const picturesNotSeenBefore = defineCheck({
  id: 'pictures-not-seen-before',
  needs: ['documentPictures'],
  mayUse: ['duplicates', 'selfiePicture'],
  raises: ['WARNING_FRAUD_OTHER'],
  evaluate({ documentPictures, selfiePicture, duplicates }, { isBad }) {
    if (!duplicates) return notApplicable({ lookedUp: false });
    const shared = Object.entries(duplicates.sharedHashBands) as [CaptureStep, number][];
    const alike = shared.filter(([step, bands]) =>
      isBad(CAPTURE_STEPS[step].shows === 'face' ? 'sharedHashBandsFace' : 'sharedHashBandsDocument', bands),
    );
    const observed = observedOf(shared.map(([step, bands]) => [`${step}.sharedHashBands`, bands] as const));
    if (alike.length === 0) return pass(observed);
    const steps = alike.map(([step]) => step);
    const from = [...documentPictures, ...(selfiePicture ? [selfiePicture] : [])].find(({ from: { step } }) =>
      steps.includes(step),
    )?.from;
    return inconclusive('WARNING_FRAUD_OTHER', { almostAnotherPersons: steps, ...observed }, from);
  },
});
