import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';
import { showsDocument } from './picture-defect.ts';

/**
 * Does every picture of the document show a document?
 *
 * An outline, a machine-readable zone or a portrait proves one: a card that fills the picture has no outline.
 * Without an outline and without having looked for a portrait nobody can tell.
 */
export const documentPresent = defineCheck({
  id: 'document-present',
  needs: ['documentPictures'],
  raises: ['ID_DATA'],
  evaluate({ documentPictures }) {
    const empty = documentPictures.find((picture) => !showsDocument(picture));
    if (!empty) return pass({ pictures: documentPictures.length });
    const observed = {
      step: empty.from.step,
      outline: false,
      mrzFound: false,
      portrait: empty.faceCount === null ? coded('unknown') : false,
    };
    return empty.faceCount === null
      ? inconclusive('ID_DATA', observed, empty.from)
      : fail('ID_DATA', observed, empty.from);
  },
});
