import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is the document no print attack, as far as no dots of a halftone show?
 *
 * Only coarse halftone shows; good prints on paper pass. A pattern with the colours of a screen is another question's.
 */
export const documentNotAPrintAttack = defineCheck({
  id: 'document-not-a-print-attack',
  needs: ['documentPictures'],
  raises: ['WARNING_PAPER_PRINT'],
  evaluate({ documentPictures }, { isBad }) {
    for (const { recapture, from } of documentPictures) {
      const seen = { step: from.step, recaptureLuma: recapture?.luma ?? coded('not_measured') };
      const dotted = !recapture || isBad('recaptureLuma', recapture.luma);
      if (dotted && !(recapture && isBad('recaptureColour', recapture.colour)))
        return inconclusive('WARNING_PAPER_PRINT', seen, from);
    }
    return pass({ pictures: documentPictures.length }, documentPictures[0].from);
  },
});
