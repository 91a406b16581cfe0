import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Was a face photographed, and not a screen that shows one, as far as no pattern of pixels shows?
 *
 * A doubt only, and never more: its limits rest on drawn screens, and one ordinary photograph in seven has such a pattern too.
 */
export const selfieNotFromScreen = defineCheck({
  id: 'selfie-not-from-screen',
  needs: ['selfiePicture'],
  raises: ['WARNING_DIGITAL_SELFIE'],
  evaluate({ selfiePicture: { recapture, from } }, { isBad }) {
    if (!recapture) return inconclusive('WARNING_DIGITAL_SELFIE', { pattern: coded('not_measured') }, from);
    const observed = { recaptureLuma: recapture.luma, recaptureColour: recapture.colour };
    return isBad('selfieRecaptureLuma', recapture.luma) || isBad('selfieRecaptureColour', recapture.colour)
      ? inconclusive('WARNING_DIGITAL_SELFIE', observed, from)
      : pass(observed, from);
  },
});
