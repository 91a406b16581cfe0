import { isBad } from '../thresholds.ts';
import { defineCheck } from './define-check.ts';
import { judgePictures } from './picture-defect.ts';

/**
 * Is the whole document in the picture, and large enough?
 *
 * Told by the outline: a corner on the picture's edge means that a part is missing. A finger over the data shows as data
 * that was not read; where nothing else explains it, `mrz-readable` says so.
 */
export const documentComplete = defineCheck({
  id: 'document-complete',
  question: 'Is the whole document in the picture, and large enough?',
  needs: ['documentPictures'],
  raises: ['ID_DATA_COVERED'],
  evaluate: ({ documentPictures }) =>
    judgePictures(documentPictures, 'ID_DATA_COVERED', ({ outline }) =>
      outline
        ? {
            bad: outline.cutOff || isBad('documentCoverage', outline.coverage),
            observed: { cutOff: outline.cutOff, coverage: outline.coverage },
          }
        : undefined,
    ),
});
