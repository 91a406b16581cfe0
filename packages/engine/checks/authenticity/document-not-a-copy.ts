import { isPale } from '@reident/domain';
import type { DocumentPicture, DocumentTypeEvidence } from '../../evidence/evidence.ts';
import type { Thresholds } from '../../thresholds/thresholds.ts';
import { type Answer, coded, defineCheck, fail, inconclusive, pass } from '../definition/define-check.ts';

/**
 * Does the document have the colours that its kind is printed in, or is it a copy in shades of grey?
 *
 * The colour of the light is taken out first, so a bulb makes no colour and takes none. Documents are printed in colour, so one
 * without any is for a person; one on a white sheet of the same hue is a copy. Several lamps give a grey copy hues too, but slowly over the
 * page: where print and portrait have no hue of their own, it is for a person. Of kinds that are printed pale only the sheet tells. A
 * good copy in colour shows nothing of this.
 */
export const documentNotACopy = defineCheck({
  id: 'document-not-a-copy',
  needs: ['documentPictures'],
  mayUse: ['documentType'],
  raises: ['WARNING_SCAN'],
  evaluate({ documentPictures, documentType }, thresholds) {
    const answers = documentPictures.map((picture) => judge(picture, documentType, thresholds));
    return (
      answers.find(({ outcome }) => outcome === 'fail') ??
      answers.find(({ outcome }) => outcome === 'inconclusive') ??
      answers[0]!
    );
  },
});

function judge(
  { colour, from }: DocumentPicture,
  type: DocumentTypeEvidence | null,
  { isBad }: Thresholds,
): Answer<'WARNING_SCAN'> {
  if (!colour) return pass({ step: from.step, hueSpread: coded('not_measured') }, from);
  const { spread, sheetFraction, printSpread = null, portraitHue = null } = colour;
  const pale = type !== null && isPale(type.kind, type.issuingState);
  const onSheet = sheetFraction !== null && isBad('sheetAround', sheetFraction);
  const observed = {
    step: from.step,
    hueSpread: spread,
    printHueSpread: printSpread,
    portraitHue,
    sheetFraction,
    printedPale: pale,
  };
  const colourless = spread !== null && isBad('documentHue', spread);
  if (colourless && onSheet) return fail('WARNING_SCAN', observed, from);
  const suspicious = onSheet && (spread === null || isBad('documentHueOnSheet', spread));
  const grey =
    printSpread !== null &&
    portraitHue !== null &&
    isBad('documentPrintHue', printSpread) &&
    isBad('portraitHue', portraitHue);
  return suspicious || ((colourless || grey) && !pale)
    ? inconclusive('WARNING_SCAN', observed, from)
    : pass(observed, from);
}
