import { defineCheck, fail, inconclusive, pass } from './define-check.ts';

/**
 * Could the machine-readable zone be read?
 *
 * Found but not legible: a person may still read it. Not found at all: the customer has to take another picture.
 * Why it was not read is told by the checks of side and quality, which stand before this one.
 */
export const mrzReadable = defineCheck({
  id: 'mrz-readable',
  question: 'Could the machine-readable zone be read?',
  needs: ['mrzPicture'],
  raises: ['ID_DATA'],
  evaluate({ mrzPicture: { from, hasMrz, dataRead } }) {
    if (dataRead) return pass({ step: from.step }, from);
    if (hasMrz) return inconclusive('ID_DATA', { step: from.step, zone: 'found, not legible' }, from);
    return fail('ID_DATA', { step: from.step, zone: 'not found' }, from);
  },
});
