import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Do all check digits and fields of the machine-readable zone fit?
 *
 * Evidence is only an MRZ that fits, or one in which every character was read with certainty: there a wrong digit means that
 * the MRZ was altered or made up. An MRZ that fits only after a character was changed has spent the redundancy that the
 * digits give, so it never decides alone; but that it was hard to read says nothing against the document.
 *
 * @see ICAO Doc 9303-3, section 4.9
 */
export const mrzCheckDigits = defineCheck({
  id: 'mrz-check-digits',
  needs: ['mrz'],
  raises: ['WARNING_MANIPULATED_DATA', 'ID_DATA'],
  evaluate({ mrz: { wrongCheckDigits, impossibleFields, confidence, repaired, from } }) {
    const wrong = [...wrongCheckDigits, ...impossibleFields];
    const observed = { wrong: wrong.length > 0 ? coded(...wrong) : null, repaired, confidence };
    if (wrong.length > 0) return fail('WARNING_MANIPULATED_DATA', observed, from);
    if (repaired > 0) return inconclusive('ID_DATA', observed, from);
    return pass(observed, from);
  },
});
