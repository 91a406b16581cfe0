import { defineCheck, fail, pass } from '../definition/define-check.ts';

/** Is the selfie in focus? */
export const selfieInFocus = defineCheck({
  id: 'selfie-in-focus',
  needs: ['selfie'],
  raises: ['SELFIE_BLURRY'],
  evaluate({ selfie: { sharpness, from } }, { isBad }) {
    return isBad('selfieSharpness', sharpness) ? fail('SELFIE_BLURRY', { sharpness }, from) : pass({ sharpness }, from);
  },
});
