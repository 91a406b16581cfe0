import type { DocumentKind as AcceptedKind } from '@reident/domain';
import type { CheckName, FieldName, MrzFields, MrzFormat } from '@reident/mrz';
import type { FaceDistance } from '../face/embedding-distance.ts';
import type {
  BezelReading,
  ColourReading,
  PenStroke,
  PortraitSeams,
  RecaptureReading,
} from '../readings/authenticity.ts';
import type { CaptureReading, CaptureStep, ClipReading, FrameReading, QualityReading } from '../readings/capture.ts';
import type { DocumentKind, DocumentReading } from '../readings/document.ts';
import type { FaceReading } from '../readings/face.ts';
import type { Quad } from '../readings/quad.ts';
import type { TextLine } from '../readings/text.ts';
import type { PostalAddress } from '../viz/compare-address.ts';
import type { PairedFields } from '../viz/pair-fields.ts';

/** One capture of a step, as it was read. */
export interface CapturedReading {
  step: CaptureStep;
  reading: CaptureReading;
  source: CaptureSource;
  /** ISO time of the capture. */
  capturedAt: string;
}

/** What was ordered, and what is known beside the captures. */
export interface EvidenceOrder {
  person: Partial<ClaimedPerson>;
  capturedOn: string;
  minimumAgeYears: number;
  /** What the customer chose to show; null or absent when unknown. */
  documentKind?: AcceptedKind | null;
  /** Default: not required. */
  proofOfAddressRequired?: boolean;
  /** Steps whose file was sent for another person of the partner too; absent where nobody looked. */
  duplicateFiles?: readonly CaptureStep[];
  /** What another person of the partner showed too; absent where nobody looked. */
  duplicates?: Duplicates;
  /** Default: not asked. */
  securityVideoAsked?: boolean;
  /** What the customer said they cannot do, and went on without. Default: nothing. */
  leftOut?: readonly CaptureStep[];
}

/** Everything the checks may look at: what was ordered and what was seen, each piece with its origin. No pixels, no clock. */
export interface Evidence {
  person: ClaimedPerson;
  /** The day of the capture where the customer is, `YYYY-MM-DD`. */
  capturedOn: string;
  minimumAgeYears: number;
  /** Whether the partner needs the address shown: by the document itself or by a separate proof. */
  proofOfAddressRequired: boolean;
  /** Every picture of the document, front before back. */
  documentPictures: readonly [DocumentPicture, ...DocumentPicture[]];
  /** The picture that should show the machine-readable zone, whether or not one was read. */
  mrzPicture: DocumentPicture;
  /** The best reading of the machine-readable zone. */
  mrz: MrzEvidence;
  /** The VIZ: what is printed beside the MRZ, on all sides. */
  viz: VizEvidence;
  /** Who the document says its holder is: by its MRZ or, on a document that bears none, by its VIZ. */
  holder: HolderEvidence;
  /** What a legible MRZ or else the printed title says the document is, or what the customer chose when that bears no MRZ. */
  documentType: DocumentTypeEvidence;
  /** The picture that should show the portrait, in which faces were looked for. */
  portraitPicture: PortraitPicture;
  portrait: PicturedFace;
  selfiePicture: SelfiePicture;
  selfie: PicturedFace;
  /** The liveness check: of each stretch under one prompt the frame that shows it best, in the order asked. */
  liveness: readonly LivenessFrame[];
  /** Whether the customer was asked for the recording of the security features. */
  securityVideoAsked: boolean;
  /** Steps that the customer cannot do and went on without. */
  leftOut: readonly CaptureStep[];
  /** The recording of the security features. */
  securityVideo: SecurityVideo;
  /** How unlike the portrait is to the selfie together with the frontal frames of the liveness check. */
  faceDistance: FaceDistance;
  /** Steps whose file was sent for another person of the partner too; null where nobody looked. */
  duplicateFiles: readonly CaptureStep[];
  /** What another person of the partner showed too; null where nobody looked. */
  duplicates: Duplicates;
  /** A picture of a letter or bill that bears the address; its lines are null where no text was looked for. */
  proofOfAddress: ProofOfAddress;
}

export type EvidenceKey = keyof Evidence;

/** What was ordered is always known; what was captured may be missing. */
type Ordered =
  | 'person'
  | 'capturedOn'
  | 'minimumAgeYears'
  | 'proofOfAddressRequired'
  | 'securityVideoAsked'
  | 'leftOut';
export type GatheredEvidence = Pick<Evidence, Ordered> & { [K in Exclude<EvidenceKey, Ordered>]: Evidence[K] | null };

/** What the partner holds about the person; null or absent where the partner does not know. */
export interface ClaimedPerson {
  firstName: string | null;
  lastName: string | null;
  birthDate: string | null;
  /** A code of ISO 3166-1, of two letters as the partner API has it. */
  nationality: string | null;
  address: PostalAddress;
  /** A test case of a sandbox: its name tells the provider what to answer. */
  isTestCase: boolean;
}

/** Which picture a piece of evidence comes from, when and how that picture was taken, and where in it the piece lies. */
export interface Origin {
  step: CaptureStep;
  source: CaptureSource;
  capturedAt: string;
  quad: Quad | null;
}

export type CaptureSource = 'camera' | 'file' | 'sample';

export interface DocumentPicture {
  from: Origin;
  quality: QualityReading;
  /** Null when no outline was found. A shape on the table may be one, unless an MRZ or a portrait was found too. */
  outline: Omit<DocumentReading, 'quad'> | null;
  hasMrz: boolean;
  /** Lines of the MRZ that was read for certain: three stand on backs of cards alone. 0 where none was. */
  mrzLines: number;
  /** Whether the mandatory data of this side was read; null when this side carries none that we read. */
  dataRead: boolean | null;
  /** Strokes of a pen; null where none were looked for. */
  penStrokes: readonly PenStroke[] | null;
  /** Regular patterns, as those of a screen; null where they were not measured. */
  recapture: RecaptureReading | null;
  /** The frame of a device around it; null where no outline was found, or nobody looked. */
  bezel: BezelReading | null;
  /** Null where no outline was found to measure in. */
  colour: ColourReading | null;
  /** How many faces were found; null when faces were not looked for. */
  faceCount: number | null;
}

/** The best legible MRZ. An MRZ that is not legible is no evidence of what it says. */
export interface MrzEvidence {
  format: MrzFormat;
  lines: readonly string[];
  fields: Omit<MrzFields, 'birthDate' | 'expiryDate'> & {
    /** `YYYY-MM-DD`; null when unknown, impossible, or when its check digit is wrong. */
    birthDate: string | null;
    /** The same; also null where the format has no such field. */
    expiryDate: string | null;
  };
  wrongCheckDigits: readonly CheckName[];
  /** Fields that hold characters or values that cannot be. */
  impossibleFields: readonly FieldName[];
  confidence: number;
  repaired: number;
  /** Read in a picture that shows the document as a mirror does. */
  mirrored: boolean;
  from: Origin;
}

export interface VizEvidence {
  lines: readonly PrintedLine[];
  /** Overprint: large words over a side, whole or in part. */
  overprint: readonly PrintedLine[];
  /** The values that stand beside a label, or beside a number on a driving licence. */
  fields: PairedFields;
  /** The first picture in which text was looked for. */
  from: Origin;
}

export type PrintedLine = TextLine & { from: Origin };

export interface HolderEvidence {
  readFrom: 'mrz' | 'viz';
  primaryIdentifier: string;
  secondaryIdentifier: string;
  nameTruncated: boolean;
  /** `YYYY-MM-DD`; null when not read or not certain. */
  birthDate: string | null;
  expiryDate: string | null;
  /** As the MRZ has it, two letters of ISO 3166-1; null when not read, unknown, or when no country is behind it. */
  nationality: string | null;
  /** The same as printed beside its label. */
  vizNationality: string | null;
  /** Where each value was read. */
  from: Origin;
}

export interface DocumentTypeEvidence {
  kind: DocumentKind;
  /** As MRZs write it; null where neither MRZ nor title tells. */
  issuingState: string | null;
  readFrom: 'mrz' | 'title' | 'choice';
  from: Origin;
}

export interface PicturedFaces {
  from: Origin;
  faces: readonly FaceReading[];
  /** Places that look like a face whose features cannot be made out. */
  unclearFaces: number;
}

export interface PortraitPicture extends PicturedFaces {
  documentGlare: number;
  /** How the side looks, small; null where no outline was found. */
  template: string | null;
  seams: PortraitSeams | null;
}

export interface SelfiePicture extends PicturedFaces {
  recapture: RecaptureReading | null;
}

export type PicturedFace = FaceReading & { from: Origin };

/** How the customer followed one prompt; `left` and `right` are the customer's own. */
export interface LivenessFrame {
  prompt: string | null;
  /** The face turned furthest towards the asked side, or nearest to the camera's axis; null where none was found. */
  face: PicturedFace | null;
  /** Size of the picture in which that face was found. */
  image: { width: number; height: number };
  /** The faces of every frame of the stretch, the largest of each first. */
  frames: readonly (readonly FaceReading[])[];
}

export interface Duplicates {
  /** Whether the number of the document was shown by another person; null where none was read with certainty. */
  documentNumber: boolean | null;
  /** How many bands of its hash a picture shares with one of another person, by step. */
  sharedHashBands: Readonly<Partial<Record<CaptureStep, number>>>;
}

export interface SecurityVideo {
  from: Origin;
  frames: readonly FrameReading[];
  clip: ClipReading | null;
}

export interface ProofOfAddress {
  from: Origin;
  lines: readonly PrintedLine[] | null;
}
