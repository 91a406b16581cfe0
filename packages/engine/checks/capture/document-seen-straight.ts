import { defineCheck } from '../definition/define-check.ts';
import { isSureOutline, judgePictures } from './picture-defect.ts';

/**
 * Is the document seen straight enough on?
 *
 * Told by how much opposite sides of the outline differ in length; without an outline the question is left to the others.
 */
export const documentSeenStraight = defineCheck({
  id: 'document-seen-straight',
  needs: ['documentPictures'],
  raises: ['ID_PERSPECTIVE'],
  evaluate: ({ documentPictures }, { isBad }) =>
    judgePictures(documentPictures, 'ID_PERSPECTIVE', (picture) => {
      const { outline, hasMrz } = picture;
      return outline?.foundBy === 'edges' && isSureOutline(picture)
        ? {
            bad: isBad('documentSideRatio', outline.sideRatio),
            // An outline around an MRZ is surely the document's; any other may be a shape on the table.
            useless: hasMrz && isBad('documentTooSteep', outline.sideRatio),
            observed: { sideRatio: outline.sideRatio },
          }
        : undefined;
    }),
});
