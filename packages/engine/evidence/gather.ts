import { DOCUMENT_KINDS } from '@reident/domain';
import { CAPTURE_STEPS, type CaptureStep } from '../readings/capture.ts';
import { STANDARD_THRESHOLDS, type Thresholds } from '../thresholds/thresholds.ts';
import { documentPictures, mrzPictureOf } from './document-pictures.ts';
import { documentTypeOf } from './document-type.ts';
import type { CapturedReading, ClaimedPerson, EvidenceOrder, GatheredEvidence, SecurityVideo } from './evidence.ts';
import { differenceBetween, largestFace, livenessIn, portraitPictureOf, selfiePictureOf } from './faces.ts';
import { holderOf } from './holder.ts';
import { bestMrz } from './legible-mrz.ts';
import { originOf } from './origin.ts';
import { proofOfAddressIn, vizOf } from './viz.ts';

/**
 * Puts the readings of one session beside what was ordered. The last reading of a step stands for it.
 *
 * @param thresholds  by which an MRZ counts as legible and viz as clear
 */
export function gatherEvidence(
  readings: readonly CapturedReading[],
  order: EvidenceOrder,
  thresholds: Thresholds = STANDARD_THRESHOLDS,
): GatheredEvidence {
  const latest = new Map(readings.map((captured) => [captured.step, captured]));
  const ofDocument = STEPS_OF_DOCUMENT.flatMap((step) => latest.get(step) ?? []);
  const kind = order.documentKind ?? null;
  const bearsMrz = kind === null || DOCUMENT_KINDS[kind].mrzFormats.length > 0;
  const pictures = documentPictures(ofDocument, bearsMrz, thresholds);
  const mrz = bestMrz(ofDocument, order.capturedOn, thresholds);
  const viz = vizOf(ofDocument, kind === 'driving_licence');
  const portraitPicture = portraitPictureOf(ofDocument);
  const selfiePicture = selfiePictureOf(latest.get('selfie'));
  const liveness = livenessIn(latest.get('liveness'));
  const [portrait, selfie] = [largestFace(portraitPicture), largestFace(selfiePicture)];

  return {
    ...orderedOf(order),
    documentPictures: pictures,
    mrzPicture: bearsMrz && pictures ? mrzPictureOf(pictures) : null,
    mrz,
    viz,
    holder: holderOf({ mrz, viz, bearsMrz }, thresholds),
    documentType: documentTypeOf({ mrz, viz, kind, bearsMrz, shown: pictures?.[0] ?? null }, thresholds),
    portraitPicture,
    portrait,
    selfiePicture,
    selfie,
    liveness,
    securityVideo: securityVideoIn(latest.get('security_video')),
    faceDistance: differenceBetween(portrait, selfie, liveness, thresholds),
    duplicateFiles: order.duplicateFiles ?? null,
    duplicates: order.duplicates ?? null,
    proofOfAddress: proofOfAddressIn(latest.get('proof_of_address')),
  };
}

/** In the order in which they are shown: front before back. */
const STEPS_OF_DOCUMENT = (Object.keys(CAPTURE_STEPS) as CaptureStep[]).filter(
  (step) => CAPTURE_STEPS[step].shows === 'document' && CAPTURE_STEPS[step].media === 'picture',
);

type Ordered = Pick<
  GatheredEvidence,
  'person' | 'capturedOn' | 'minimumAgeYears' | 'proofOfAddressRequired' | 'securityVideoAsked' | 'leftOut'
>;

function orderedOf(order: EvidenceOrder): Ordered {
  return {
    person: personOf(order.person),
    capturedOn: order.capturedOn,
    minimumAgeYears: order.minimumAgeYears,
    proofOfAddressRequired: order.proofOfAddressRequired ?? false,
    securityVideoAsked: order.securityVideoAsked ?? false,
    leftOut: order.leftOut ?? [],
  };
}

function personOf(person: EvidenceOrder['person']): ClaimedPerson {
  return {
    firstName: person.firstName ?? null,
    lastName: person.lastName ?? null,
    birthDate: person.birthDate ?? null,
    nationality: person.nationality ?? null,
    address: person.address ?? { street: null, postalCode: null, city: null },
    isTestCase: person.isTestCase ?? false,
  };
}

function securityVideoIn(captured: CapturedReading | undefined): SecurityVideo | null {
  if (!captured?.reading.frames) return null;
  return {
    from: originOf(captured, null),
    frames: captured.reading.frames,
    clip: captured.reading.clip ?? null,
  };
}
