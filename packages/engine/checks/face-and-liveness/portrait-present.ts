import { defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Does the document bear a portrait?
 *
 * The largest face counts: many documents repeat the portrait in small. A document without a face may be another side, a
 * covered or a worn portrait; a person looks unless another check names the cause.
 */
export const portraitPresent = defineCheck({
  id: 'portrait-present',
  needs: ['portraitPicture'],
  raises: ['ID_DATA_COVERED'],
  evaluate({ portraitPicture: { faces, from } }) {
    return faces.length > 0 ? pass({ faces: faces.length }, from) : inconclusive('ID_DATA_COVERED', { faces: 0 }, from);
  },
});
