import { defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Were these pictures taken for this person only?
 *
 * No two live pictures are alike to the last bit: one that came for another person of the same partner too was not taken now.
 * Bytes are compared, never faces [CAP-7].
 */
export const filesNotSeenBefore = defineCheck({
  id: 'files-not-seen-before',
  needs: ['documentPictures'],
  mayUse: ['duplicateFiles'],
  raises: ['WARNING_FRAUD_OTHER'],
  evaluate({ duplicateFiles, documentPictures }) {
    if (!duplicateFiles) return notApplicable({ lookedUp: false });
    if (duplicateFiles.length === 0) return pass({ duplicateFiles: 0 });
    const from = documentPictures.find(({ from: { step } }) => duplicateFiles.includes(step))?.from;
    return inconclusive('WARNING_FRAUD_OTHER', { sentForAnotherPerson: duplicateFiles }, from);
  },
});
