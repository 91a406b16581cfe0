import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is the document still valid on the day it was shown?
 *
 * Our reading: a document is valid through the whole of its last day.
 * An unreadable date is inconclusive, never a pass: a specialist looks at the picture.
 */
export const documentNotExpired = defineCheck({
  id: 'document-not-expired',
  needs: ['holder', 'capturedOn'],
  raises: ['ID_EXPIRED'],
  evaluate({ holder: { expiryDate, from }, capturedOn }) {
    if (expiryDate === null) return inconclusive('ID_EXPIRED', { expiryDate: coded('unreadable'), capturedOn }, from);
    if (expiryDate < capturedOn) return fail('ID_EXPIRED', { expiryDate, capturedOn }, from);
    return pass({ expiryDate, capturedOn }, from);
  },
});
