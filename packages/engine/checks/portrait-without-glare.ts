import { isBad } from '../thresholds.ts';
import { defineCheck, fail, pass } from './define-check.ts';

/** Is the portrait on the document free of glare, so that it can be compared? */
export const portraitWithoutGlare = defineCheck({
  id: 'portrait-without-glare',
  question: 'Is the portrait on the document free of glare?',
  needs: ['portrait'],
  raises: ['SELFIE_GLARE'],
  evaluate({ portrait: { glareFraction, from } }) {
    return isBad('portraitGlare', glareFraction)
      ? fail('SELFIE_GLARE', { glareFraction }, from)
      : pass({ glareFraction }, from);
  },
});
