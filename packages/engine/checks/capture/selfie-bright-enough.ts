import { defineCheck, fail, pass } from '../definition/define-check.ts';

/** Is there enough light on the face? */
export const selfieBrightEnough = defineCheck({
  id: 'selfie-bright-enough',
  needs: ['selfie'],
  raises: ['SELFIE_DARKNESS'],
  evaluate({ selfie: { brightness, from } }, { isBad }) {
    return isBad('selfieBrightness', brightness)
      ? fail('SELFIE_DARKNESS', { brightness }, from)
      : pass({ brightness }, from);
  },
});
