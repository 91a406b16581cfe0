import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Could the machine-readable zone be read?
 *
 * Read with a doubt, or found but not legible: a person reads along. Not found at all: the customer has to take another picture.
 * Why it was not read is told by the checks of side and quality, which stand before this one.
 */
export const mrzReadable = defineCheck({
  id: 'mrz-readable',
  needs: ['mrzPicture'],
  raises: ['ID_DATA'],
  mayUse: ['mrz'],
  evaluate({ mrzPicture: { from, hasMrz, dataRead }, mrz }, { isBad }) {
    if (dataRead && mrz) {
      const observed = { step: from.step, confidence: mrz.confidence };
      return isBad('mrzConfidenceAlone', mrz.confidence)
        ? inconclusive('ID_DATA', observed, mrz.from)
        : pass(observed, mrz.from);
    }
    if (hasMrz) return inconclusive('ID_DATA', { step: from.step, mrz: coded('not_legible') }, from);
    return fail('ID_DATA', { step: from.step, mrz: coded('not_found') }, from);
  },
});
