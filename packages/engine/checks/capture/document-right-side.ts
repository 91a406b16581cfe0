import type { DocumentPicture } from '../../evidence/evidence.ts';
import type { CaptureStep } from '../../readings/capture.ts';
import { coded, defineCheck, fail, pass } from '../definition/define-check.ts';
import type { ObservedCode } from '../definition/observed.ts';

/**
 * Does each picture show the side that was asked for?
 *
 * Told by what a side bears: the front a portrait, the back of a card a machine-readable zone, a data page both.
 * A data page whose MRZ was not found is no wrong side: light and fingers hide MRZs. A side on which nothing was read is no wrong side; the checks of quality and legibility say why it was not read.
 */
export const documentRightSide = defineCheck({
  id: 'document-right-side',
  needs: ['documentPictures'],
  raises: ['ID_WRONG_SIDE'],
  evaluate({ documentPictures }) {
    for (const picture of documentPictures) {
      const shown = otherSideShown(picture);
      if (shown) return fail('ID_WRONG_SIDE', { step: picture.from.step, shown: coded(shown) }, picture.from);
    }
    return pass({ pictures: documentPictures.length });
  },
});

/** What was shown in place of the side asked for; undefined when nothing speaks against the side. */
function otherSideShown({ from, hasMrz, faceCount }: DocumentPicture): ObservedCode | undefined {
  const portrait = faceCount === null ? 'unknown' : faceCount > 0;
  return OTHER_SIDES.find(([step, mrz, face]) => step === from.step && mrz === hasMrz && face === portrait)?.[3];
}

// biome-ignore format: a table
const OTHER_SIDES = [
  // asked for             mrz    portrait  what that is
  ['document_front',       true,   false,    'mrz_without_portrait'],
  ['document_back',        false,  true,     'portrait_without_mrz'],
  ['document_data_page',   true,   false,    'mrz_without_portrait'],
] as const satisfies readonly (readonly [CaptureStep, boolean, boolean | 'unknown', ObservedCode])[];
