import { coloursChangeWithTilt } from './authenticity/colours-change-with-tilt.ts';
import { documentNotACopy } from './authenticity/document-not-a-copy.ts';
import { documentNotAPrintAttack } from './authenticity/document-not-a-print-attack.ts';
import { documentNotFromScreen } from './authenticity/document-not-from-screen.ts';
import { documentNotInADevice } from './authenticity/document-not-in-a-device.ts';
import { documentNotWrittenOn } from './authenticity/document-not-written-on.ts';
import { notASpecimen } from './authenticity/not-a-specimen.ts';
import { portraitNotReplaced } from './authenticity/portrait-not-replaced.ts';
import { sameDocumentInVideo } from './authenticity/same-document-in-video.ts';
import { videoShowsOneDocument } from './authenticity/video-shows-one-document.ts';
import { videoShowsPhotographedDocument } from './authenticity/video-shows-photographed-document.ts';
import { vizFontConsistent } from './authenticity/viz-font-consistent.ts';
import { vizNotASpecimen } from './authenticity/viz-not-a-specimen.ts';
import { documentBrightEnough } from './capture/document-bright-enough.ts';
import { documentComplete } from './capture/document-complete.ts';
import { documentInFocus } from './capture/document-in-focus.ts';
import { documentNotMirrored } from './capture/document-not-mirrored.ts';
import { documentPresent } from './capture/document-present.ts';
import { documentRightSide } from './capture/document-right-side.ts';
import { documentSeenStraight } from './capture/document-seen-straight.ts';
import { documentWithoutGlare } from './capture/document-without-glare.ts';
import { securityVideoLongEnough } from './capture/security-video-long-enough.ts';
import { securityVideoStored } from './capture/security-video-stored.ts';
import { securityVideoTilted } from './capture/security-video-tilted.ts';
import { selfieBrightEnough } from './capture/selfie-bright-enough.ts';
import { selfieInFocus } from './capture/selfie-in-focus.ts';
import { selfieSeenStraight } from './capture/selfie-seen-straight.ts';
import { addressMatchesPerson } from './data/address-matches-person.ts';
import { addressShown } from './data/address-shown.ts';
import { birthDateMatchesPerson } from './data/birth-date-matches-person.ts';
import { documentAlreadyIssued } from './data/document-already-issued.ts';
import { documentNotExpired } from './data/document-not-expired.ts';
import { documentNumberFitsIssuingState } from './data/document-number-fits-issuing-state.ts';
import { documentSupported } from './data/document-supported.ts';
import { minimumAge } from './data/minimum-age.ts';
import { mrzCheckDigits } from './data/mrz-check-digits.ts';
import { mrzMatchesViz } from './data/mrz-matches-viz.ts';
import { mrzReadable } from './data/mrz-readable.ts';
import { nameMatchesPerson } from './data/name-matches-person.ts';
import { nationalityMatchesPerson } from './data/nationality-matches-person.ts';
import type { Check } from './definition/define-check.ts';
import { filesNotSeenBefore } from './duplicates/files-not-seen-before.ts';
import { numberNotSeenBefore } from './duplicates/number-not-seen-before.ts';
import { picturesNotSeenBefore } from './duplicates/pictures-not-seen-before.ts';
import { faceNotA2dAttack } from './face-and-liveness/face-not-a-2d-attack.ts';
import { faceNotOccluded } from './face-and-liveness/face-not-occluded.ts';
import { headTurnedAsAsked } from './face-and-liveness/head-turned-as-asked.ts';
import { onePersonInLivenessCheck } from './face-and-liveness/one-person-in-liveness-check.ts';
import { portraitMatchesSelfie } from './face-and-liveness/portrait-matches-selfie.ts';
import { portraitPresent } from './face-and-liveness/portrait-present.ts';
import { portraitWithoutGlare } from './face-and-liveness/portrait-without-glare.ts';
import { selfieNotFromScreen } from './face-and-liveness/selfie-not-from-screen.ts';
import { selfieShowsOneFace } from './face-and-liveness/selfie-shows-one-face.ts';

/** Every question, in the order in which a customer should hear of a failure: where several fail, the first gives the reason. */
export const CHECKS = [
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
  vizNotASpecimen,
  mrzCheckDigits,
  documentNumberFitsIssuingState,
  mrzMatchesViz,
  vizFontConsistent,
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
  faceNotOccluded,
  selfieBrightEnough,
  selfieInFocus,
  selfieSeenStraight,
  headTurnedAsAsked,
  faceNotA2dAttack,
  onePersonInLivenessCheck,
  portraitPresent,
  portraitWithoutGlare,
  portraitNotReplaced,
  portraitMatchesSelfie,
  documentNotFromScreen,
  documentNotInADevice,
  documentNotAPrintAttack,
  documentNotACopy,
  selfieNotFromScreen,
  filesNotSeenBefore,
  picturesNotSeenBefore,
  numberNotSeenBefore,
  addressShown,
  addressMatchesPerson,
] as const satisfies readonly Check[];

/** What a check is called in findings and verdicts. A finding of another engine may bear an id that no check has any more. */
export type CheckId = (typeof CHECKS)[number]['id'];
