import { defineCheck } from '../definition/define-check.ts';
import { judgePictures, showsDocument } from './picture-defect.ts';

/**
 * Is the document in focus?
 *
 * Edge energy is taken after noise removal: a noisy picture would else measure sharper than a good one.
 */
export const documentInFocus = defineCheck({
  id: 'document-in-focus',
  needs: ['documentPictures'],
  raises: ['ID_BLURRY'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_BLURRY', (picture) => {
      const { quality } = picture;
      if (!showsDocument(picture)) return undefined;
      return {
        bad: isBad('documentSharpness', quality.sharpness),
        useless: isBad('documentTooBlurred', quality.sharpness),
        observed: { sharpness: quality.sharpness },
      };
    }),
});
