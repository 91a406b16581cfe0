import { yearsBetween } from '../definition/calendar.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Can the document have been issued before the day it was shown?
 *
 * The MRZ bears no day of issue; an expiry further away than documents are valid means that the day of issue would lie in
 * the future. Some States issue cards without an end to the elderly, so a person looks.
 */
export const documentAlreadyIssued = defineCheck({
  id: 'document-already-issued',
  needs: ['mrz', 'capturedOn'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ mrz: { fields, from }, capturedOn }, { isBad, valueFor }) {
    const { expiryDate } = fields;
    if (expiryDate === null) return notApplicable({ expiryDate: coded('unreadable') });
    const yearsLeft = yearsBetween(capturedOn, expiryDate);
    const observed = { expiryDate, capturedOn, longestValidityYears: valueFor('longestValidityYears') };
    return isBad('longestValidityYears', yearsLeft)
      ? inconclusive('WARNING_MANIPULATED_DATA', observed, from)
      : pass(observed, from);
  },
});
