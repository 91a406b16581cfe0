import { defineCheck } from '../definition/define-check.ts';
import { judgePictures } from './picture-defect.ts';

/**
 * Is there enough light on the document?
 *
 * Judged before focus, because a dark picture measures as a blurred one.
 */
export const documentBrightEnough = defineCheck({
  id: 'document-bright-enough',
  needs: ['documentPictures'],
  raises: ['ID_DARKNESS'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_DARKNESS', ({ quality }) => ({
      bad: isBad('documentBrightness', quality.brightness),
      useless: isBad('documentTooDark', quality.brightness),
      observed: { brightness: quality.brightness },
    })),
});
