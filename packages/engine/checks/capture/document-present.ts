import type { DocumentPicture } from '../../evidence/evidence.ts';
import { coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

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

function showsDocument({ outline, hasMrz, faceCount }: DocumentPicture): boolean {
  return outline !== null || hasMrz || (faceCount ?? 0) > 0;
}
