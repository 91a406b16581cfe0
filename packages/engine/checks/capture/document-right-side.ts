import type { DocumentPicture } from '../../evidence/evidence.ts';
import type { CaptureStep } from '../../readings/capture.ts';
import { coded, defineCheck, fail, pass } from '../definition/define-check.ts';
import type { ObservedCode } from '../definition/observed.ts';

/**
 * Does each picture show the side that was asked for?
 *
 * Told by what was seen, never by what was not found, since light and fingers hide portraits and MRZs: an MRZ of three lines stands on
 * backs of cards alone, a portrait on fronts and data pages.
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
function otherSideShown({ from, hasMrz, mrzLines, faceCount }: DocumentPicture): ObservedCode | undefined {
  const portrait = faceCount === null ? 'unknown' : faceCount > 0;
  return OTHER_SIDES.find(
    ([step, lines, face]) => step === from.step && face === portrait && (lines === 0 ? !hasMrz : lines === mrzLines),
  )?.[3];
}

// biome-ignore format: a table
const OTHER_SIDES = [
  // asked for             lines of MRZ  portrait  what that is
  ['document_front',       3,            false,    'mrz_without_portrait'],
  ['document_back',        0,            true,     'portrait_without_mrz'],
  ['document_data_page',   3,            false,    'mrz_without_portrait'],
] as const satisfies readonly (readonly [CaptureStep, number, boolean | 'unknown', ObservedCode])[];
