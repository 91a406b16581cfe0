import { defineCheck, inconclusive, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/** Was a face photographed, and not a screen that shows one, as far as no pattern of pixels shows? A person looks at suspicious ones. */
export const selfieNotFromScreen = defineCheck({
  id: 'selfie-not-from-screen',
  question: 'Is the selfie free of the pattern of a screen?',
  needs: ['selfiePicture'],
  raises: ['WARNING_DIGITAL_SELFIE'],
  evaluate({ selfiePicture: { spectrum, from } }) {
    if (!spectrum) return inconclusive('WARNING_DIGITAL_SELFIE', { pattern: 'not measured' }, from);
    const observed = { lumaPattern: spectrum.luma, colourPattern: spectrum.colour };
    return isBad('selfiePatternLuma', spectrum.luma) || isBad('selfiePatternColour', spectrum.colour)
      ? inconclusive('WARNING_DIGITAL_SELFIE', observed, from)
      : pass(observed, from);
  },
});
