import { defineCheck, fail, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/** Is there enough light on the face? */
export const selfieBrightEnough = defineCheck({
  id: 'selfie-bright-enough',
  needs: ['selfie'],
  raises: ['SELFIE_DARKNESS'],
  evaluate({ selfie: { brightness, from } }) {
    return isBad('selfieBrightness', brightness)
      ? fail('SELFIE_DARKNESS', { brightness }, from)
      : pass({ brightness }, from);
  },
});
