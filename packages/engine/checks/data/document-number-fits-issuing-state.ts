import { numberFits } from '@reident/domain';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Does the number have the shape in which its State numbers documents of that kind?
 *
 * Forgers fill in a number and compute its check digit; the shape they seldom know. Shapes change with every new version of a
 * document, so a number of another shape is for a person. A number that was not read with certainty is not judged.
 */
export const documentNumberFitsIssuingState = defineCheck({
  id: 'document-number-fits-issuing-state',
  needs: ['mrz', 'documentType'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ mrz: { fields, repaired, wrongCheckDigits, from }, documentType: { kind, issuingState } }) {
    if (repaired > 0 || wrongCheckDigits.includes('documentNumber'))
      return notApplicable({ documentNumber: coded('not_certain') });
    const fits = numberFits(kind, issuingState, fields.documentNumber);
    if (fits === null) return notApplicable({ kind: coded(kind), issuingState, shape: coded('not_known') });
    const observed = { kind: coded(kind), issuingState, documentNumber: fields.documentNumber };
    return fits ? pass(observed, from) : inconclusive('WARNING_MANIPULATED_DATA', observed, from);
  },
});
