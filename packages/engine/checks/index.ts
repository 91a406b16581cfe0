import { addressMatchesPerson } from './address-matches-person.ts';
import { addressShown } from './address-shown.ts';
import { birthDateMatchesPerson } from './birth-date-matches-person.ts';
import { coloursChangeWithTilt } from './colours-change-with-tilt.ts';
import type { Check } from './define-check.ts';
import { documentAlreadyIssued } from './document-already-issued.ts';
import { documentBrightEnough } from './document-bright-enough.ts';
import { documentComplete } from './document-complete.ts';
import { documentInFocus } from './document-in-focus.ts';
import { documentNotACopy } from './document-not-a-copy.ts';
import { documentNotExpired } from './document-not-expired.ts';
import { documentNotFromScreen } from './document-not-from-screen.ts';
import { documentNotInADevice } from './document-not-in-a-device.ts';
import { documentNotMirrored } from './document-not-mirrored.ts';
import { documentNotPrinted } from './document-not-printed.ts';
import { documentNotWrittenOn } from './document-not-written-on.ts';
import { documentNumberFitsState } from './document-number-fits-state.ts';
import { documentPresent } from './document-present.ts';
import { documentRightSide } from './document-right-side.ts';
import { documentSeenStraight } from './document-seen-straight.ts';
import { documentSupported } from './document-supported.ts';
import { documentWithoutGlare } from './document-without-glare.ts';
import { faceUncovered } from './face-uncovered.ts';
import { filesNotSeenBefore } from './files-not-seen-before.ts';
import { headIsSolid } from './head-is-solid.ts';
import { headTurnedAsAsked } from './head-turned-as-asked.ts';
import { minimumAge } from './minimum-age.ts';
import { mrzCheckDigits } from './mrz-check-digits.ts';
import { mrzMatchesPrint } from './mrz-matches-print.ts';
import { mrzReadable } from './mrz-readable.ts';
import { nameMatchesPerson } from './name-matches-person.ts';
import { nationalityMatchesPerson } from './nationality-matches-person.ts';
import { notASpecimen } from './not-a-specimen.ts';
import { numberNotSeenBefore } from './number-not-seen-before.ts';
import { onePersonInLiveTest } from './one-person-in-live-test.ts';
import { picturesNotSeenBefore } from './pictures-not-seen-before.ts';
import { portraitMatchesSelfie } from './portrait-matches-selfie.ts';
import { portraitNotReplaced } from './portrait-not-replaced.ts';
import { portraitPresent } from './portrait-present.ts';
import { portraitWithoutGlare } from './portrait-without-glare.ts';
import { printInOneType } from './print-in-one-type.ts';
import { printNotASpecimen } from './print-not-a-specimen.ts';
import { sameDocumentInVideo } from './same-document-in-video.ts';
import { securityVideoLongEnough } from './security-video-long-enough.ts';
import { securityVideoStored } from './security-video-stored.ts';
import { securityVideoTilted } from './security-video-tilted.ts';
import { selfieBrightEnough } from './selfie-bright-enough.ts';
import { selfieInFocus } from './selfie-in-focus.ts';
import { selfieNotFromScreen } from './selfie-not-from-screen.ts';
import { selfieSeenStraight } from './selfie-seen-straight.ts';
import { selfieShowsOneFace } from './selfie-shows-one-face.ts';
import { videoShowsOneDocument } from './video-shows-one-document.ts';
import { videoShowsPhotographedDocument } from './video-shows-photographed-document.ts';

/** Every question, in the order in which a customer should hear of a failure: where several fail, the first gives the reason. */
export const CHECKS: readonly Check[] = [
  documentRightSide,
  documentBrightEnough,
  documentWithoutGlare,
  documentSeenStraight,
  documentInFocus,
  documentComplete,
  documentNotWrittenOn,
  documentPresent,
  documentSupported,
  mrzReadable,
  documentNotMirrored,
  notASpecimen,
  printNotASpecimen,
  mrzCheckDigits,
  documentNumberFitsState,
  mrzMatchesPrint,
  printInOneType,
  nameMatchesPerson,
  birthDateMatchesPerson,
  nationalityMatchesPerson,
  minimumAge,
  documentAlreadyIssued,
  documentNotExpired,
  securityVideoStored,
  securityVideoLongEnough,
  securityVideoTilted,
  sameDocumentInVideo,
  videoShowsPhotographedDocument,
  videoShowsOneDocument,
  coloursChangeWithTilt,
  selfieShowsOneFace,
  faceUncovered,
  selfieBrightEnough,
  selfieInFocus,
  selfieSeenStraight,
  headTurnedAsAsked,
  headIsSolid,
  onePersonInLiveTest,
  portraitPresent,
  portraitWithoutGlare,
  portraitNotReplaced,
  portraitMatchesSelfie,
  documentNotFromScreen,
  documentNotInADevice,
  documentNotPrinted,
  documentNotACopy,
  selfieNotFromScreen,
  filesNotSeenBefore,
  picturesNotSeenBefore,
  numberNotSeenBefore,
  addressShown,
  addressMatchesPerson,
];
