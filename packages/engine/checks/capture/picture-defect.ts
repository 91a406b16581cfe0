import type { Reason } from '@reident/domain';
import type { DocumentPicture } from '../../evidence/evidence.ts';
import type { CaptureStep } from '../../readings/capture.ts';
import { type Answer, fail, observedOf, pass } from '../definition/define-check.ts';
import type { ObservedName, ObservedValueOf } from '../definition/observed.ts';

/**
 * The rule that all checks of picture quality share: a picture is good when its data was read.
 * A defect only counts where mandatory data was not read; then it is the reason why. On a side without data that we read, the
 * defect alone decides. A picture in which no person could verify the document is of no use even when a machine read it.
 *
 * @param measure  what was measured and whether that is a defect, or so bad that the picture is of no use to anyone; undefined
 *   where it cannot be measured
 */
export function judgePictures<const R extends Reason>(
  pictures: readonly DocumentPicture[],
  reason: R,
  measure: (picture: DocumentPicture) => { bad: boolean; useless?: boolean; observed: OfPicture } | undefined,
): Answer<R> | Answer {
  const measured = pictures.flatMap((picture) => {
    const result = measure(picture);
    return result ? [{ picture, ...result }] : [];
  });
  const spoiled = measured.find(({ picture, bad, useless }) => useless || (bad && picture.dataRead !== true));
  if (spoiled) {
    const { picture, observed } = spoiled;
    return fail(reason, { step: picture.from.step, dataRead: picture.dataRead, ...observed }, picture.from);
  }
  return pass(observedOf(measured.flatMap(({ picture, observed }) => prefixed(picture.from.step, observed))));
}

/**
 * Whether the outline is surely the document's: an MRZ or a portrait was found too, or the side bears neither. Any other may be a
 * shape on the table, which says nothing about how the document lies.
 */
export function isSureOutline({ hasMrz, faceCount, dataRead }: DocumentPicture): boolean {
  return hasMrz || (faceCount ?? 0) > 0 || dataRead === null;
}

/** Whether the picture shows a document at all: an outline, an MRZ or a portrait. A card that fills the picture has no outline. */
export function showsDocument({ outline, hasMrz, faceCount }: DocumentPicture): boolean {
  return outline !== null || hasMrz || (faceCount ?? 0) > 0;
}

type OfPicture = { readonly [Name in ObservedName]?: ObservedValueOf<Name> };

function prefixed(step: CaptureStep, observed: OfPicture) {
  return (Object.entries(observed) as [ObservedName, never][]).map(
    ([name, value]) => [`${step}.${name}`, value] as const,
  );
}
