import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Was the document itself photographed, as far as no coloured pattern of pixels shows?
 *
 * Dense screens, a little blur and a picture made smaller hide the pattern, so its absence proves nothing; a person looks at what
 * is suspicious.
 */
export const documentNotFromScreen = defineCheck({
  id: 'document-not-from-screen',
  needs: ['documentPictures'],
  raises: ['WARNING_DIGITAL_DOCUMENT'],
  evaluate({ documentPictures }, { isBad }) {
    for (const { recapture, from } of documentPictures) {
      const observed = { step: from.step, recaptureColour: recapture?.colour ?? coded('not_measured') };
      if (!recapture || isBad('recaptureColour', recapture.colour))
        return inconclusive('WARNING_DIGITAL_DOCUMENT', observed, from);
    }
    return pass({ pictures: documentPictures.length }, documentPictures[0].from);
  },
});
