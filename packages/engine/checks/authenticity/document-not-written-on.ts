import { coded, defineCheck, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Is there no writing over the text?
 *
 * A signature is writing too, but stands beside the text and is shorter than half a line. Only strokes that run across text that
 * must be read, or that are longer than any signature, are told; a person looks, because an authority may write as well.
 */
export const documentNotWrittenOn = defineCheck({
  id: 'document-not-written-on',
  needs: ['documentPictures'],
  raises: ['ID_WRITTEN_ON'],
  evaluate({ documentPictures }, { isBad }) {
    for (const { penStrokes, from } of documentPictures) {
      if (penStrokes === null)
        return inconclusive('ID_WRITTEN_ON', { step: from.step, strokes: coded('not_looked_for') }, from);
      const stroke = penStrokes.find(({ length, crossedLines }) => crossedLines > 0 || isBad('penStroke', length));
      if (!stroke) continue;
      const { length, crossedLines, quad } = stroke;
      return inconclusive('ID_WRITTEN_ON', { step: from.step, crossedLines, length }, { ...from, quad });
    }
    const strokes = documentPictures.reduce((sum, { penStrokes }) => sum + (penStrokes?.length ?? 0), 0);
    return pass({ pictures: documentPictures.length, strokesBesideText: strokes }, documentPictures[0].from);
  },
});
