import { defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Does the picture show the document itself, not its mirror image?
 *
 * No camera mirrors what it stores, but some apps do with the front camera, and so do edited files. Text in a mirror cannot be
 * compared with the MRZ, so a person looks; nobody is accused.
 */
export const documentNotMirrored = defineCheck({
  id: 'document-not-mirrored',
  needs: ['mrz'],
  raises: ['ID_DATA'],
  evaluate({ mrz: { mirrored, from } }) {
    return mirrored ? inconclusive('ID_DATA', { mirrored }, from) : pass({ mirrored }, from);
  },
});
