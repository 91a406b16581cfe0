import { defineCheck, fail, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/** Is the selfie in focus? */
export const selfieInFocus = defineCheck({
  id: 'selfie-in-focus',
  needs: ['selfie'],
  raises: ['SELFIE_BLURRY'],
  evaluate({ selfie: { sharpness, from } }) {
    return isBad('selfieSharpness', sharpness) ? fail('SELFIE_BLURRY', { sharpness }, from) : pass({ sharpness }, from);
  },
});
