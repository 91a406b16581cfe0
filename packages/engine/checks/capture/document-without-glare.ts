import { defineCheck } from '../definition/define-check.ts';
import { judgePictures, showsDocument } from './picture-defect.ts';

/**
 * Is the document free of glare?
 */
export const documentWithoutGlare = defineCheck({
  id: 'document-without-glare',
  needs: ['documentPictures'],
  raises: ['ID_GLARE'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_GLARE', (picture) => {
      const { quality } = picture;
      if (!showsDocument(picture)) return undefined;
      return {
        bad: isBad('documentGlare', quality.glareFraction),
        observed: { glareFraction: quality.glareFraction },
      };
    }),
});
