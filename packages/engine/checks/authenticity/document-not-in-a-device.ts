import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Is there no frame around the document, as a telephone or tablet has?
 *
 * The frame shows where the pixels of a dense screen do not. A document on a dark folder that lies quite parallel to it looks alike, so a
 * person looks; and a picture that fills the camera shows no frame, so its absence proves nothing.
 */
export const documentNotInADevice = defineCheck({
  id: 'document-not-in-a-device',
  needs: ['documentPictures'],
  raises: ['WARNING_DIGITAL_DOCUMENT'],
  evaluate({ documentPictures }, { isBad }) {
    const outlined = documentPictures.filter(({ outline }) => outline !== null);
    for (const { bezel, from } of outlined) {
      const observed = { step: from.step, framedSides: bezel?.sides ?? coded('not_looked_for') };
      if (!bezel) return inconclusive('WARNING_DIGITAL_DOCUMENT', observed, from);
      if (isBad('bezelSides', bezel.sides))
        return inconclusive('WARNING_DIGITAL_DOCUMENT', observed, { ...from, quad: bezel.quad });
    }
    const [first] = outlined;
    return first ? pass({ pictures: outlined.length }, first.from) : notApplicable({ outline: coded('none_found') });
  },
});
