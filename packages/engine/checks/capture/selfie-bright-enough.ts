import { defineCheck, fail, pass } from '../definition/define-check.ts';

/** Is there enough light on the face? */
export const selfieBrightEnough = defineCheck({
  id: 'selfie-bright-enough',
  question: 'Is there enough light on the face?',
  needs: ['selfie'],
  raises: ['SELFIE_DARKNESS'],
  evaluate({ selfie: { brightness, from } }, { isBad }) {
    return isBad('selfieBrightness', brightness)
      ? fail('SELFIE_DARKNESS', { brightness }, from)
      : pass({ brightness }, from);
  },
});
