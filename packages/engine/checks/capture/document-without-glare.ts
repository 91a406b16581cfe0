import { defineCheck } from '../definition/define-check.ts';
import { judgePictures } from './picture-defect.ts';

/**
 * Is the document free of glare?
 */
export const documentWithoutGlare = defineCheck({
  id: 'document-without-glare',
  needs: ['documentPictures'],
  raises: ['ID_GLARE'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_GLARE', ({ quality }) => ({
      bad: isBad('documentGlare', quality.glareFraction),
      observed: { glareFraction: quality.glareFraction },
    })),
});
