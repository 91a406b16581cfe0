import { defineCheck } from '../definition/define-check.ts';
import { isSureOutline, judgePictures } from './picture-defect.ts';

/**
 * Is the whole document in the picture, large enough and not occluded?
 *
 * A corner on the picture's edge means that a part is missing; the colour of skin over the MRZ is a finger. Paper can have
 * that colour too, so it only counts where the data was not read.
 */
export const documentComplete = defineCheck({
  id: 'document-complete',
  needs: ['documentPictures'],
  raises: ['ID_DATA_COVERED'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_DATA_COVERED', (picture) => {
      const { outline, quality } = picture;
      if (!isSureOutline(picture)) return undefined;
      const edges = outline?.foundBy === 'edges' ? outline : null;
      const observed = {
        cutOff: edges?.cutOff ?? null,
        coverage: edges?.coverage ?? null,
        occludedFraction: quality.occludedFraction,
      };
      const tooSmall = edges !== null && isBad('documentCoverage', edges.coverage);
      return {
        bad: edges?.cutOff === true || tooSmall || isBad('documentOccluded', quality.occludedFraction),
        observed,
      };
    }),
});
