import { defineCheck, inconclusive, pass } from '../define-check.ts';
import { isBad } from '../thresholds.ts';

/**
 * Is the document something else than a print, as far as no dots of a halftone show?
 *
 * Only coarse halftone shows; good paper prints pass. A pattern with the colours of a screen is another question's.
 */
export const documentNotPrinted = defineCheck({
  id: 'document-not-printed',
  question: 'Are the pictures of the document free of the dots of a print?',
  needs: ['documentPictures'],
  raises: ['WARNING_PAPER_PRINT'],
  evaluate({ documentPictures }) {
    for (const { spectrum, from } of documentPictures) {
      const seen = { step: from.step, lumaPattern: spectrum?.luma ?? 'not measured' };
      const dotted = !spectrum || isBad('screenPatternLuma', spectrum.luma);
      if (dotted && !(spectrum && isBad('screenPatternColour', spectrum.colour)))
        return inconclusive('WARNING_PAPER_PRINT', seen, from);
    }
    return pass({ pictures: documentPictures.length }, documentPictures[0].from);
  },
});
