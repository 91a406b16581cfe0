import { coded, defineCheck, fail, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is the portrait on the document free of glare, so that it can be compared?
 *
 * Where no portrait was found and the document has glare, the portrait lies under it.
 */
export const portraitWithoutGlare = defineCheck({
  id: 'portrait-without-glare',
  needs: ['portraitPicture'],
  mayUse: ['portrait'],
  raises: ['SELFIE_GLARE'],
  evaluate({ portraitPicture: { documentGlare, from }, portrait }, { isBad }) {
    if (!portrait) {
      const observed = { portrait: coded('not_found'), documentGlare };
      return isBad('documentGlare', documentGlare) ? fail('SELFIE_GLARE', observed, from) : notApplicable(observed);
    }
    const { glareFraction } = portrait;
    return isBad('portraitGlare', glareFraction)
      ? fail('SELFIE_GLARE', { glareFraction }, portrait.from)
      : pass({ glareFraction }, portrait.from);
  },
});
