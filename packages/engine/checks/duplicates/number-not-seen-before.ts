import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Was the number of the document shown for this person only?
 *
 * A document has one holder; a second person of the partner with it may also be the same one, entered twice, so a person looks.
 * Numbers are compared as values that a key of the tenant makes of them: nothing is known of other tenants.
 */
export const numberNotSeenBefore = defineCheck({
  id: 'number-not-seen-before',
  needs: ['mrz'],
  mayUse: ['duplicates'],
  raises: ['WARNING_FRAUD_OTHER'],
  evaluate({ mrz: { from }, duplicates }) {
    if (!duplicates) return notApplicable({ lookedUp: false });
    if (duplicates.documentNumber === null) return notApplicable({ documentNumber: coded('not_certain') });
    return duplicates.documentNumber
      ? inconclusive('WARNING_FRAUD_OTHER', { shownForAnotherPerson: true }, from)
      : pass({ shownForAnotherPerson: false }, from);
  },
});
