/** What is read from one picture or recording, as plain JSON: written by the engine host, kept sealed with the capture, judged later. */
import type { BezelReading, ColourReading, PenStroke, PortraitSeams, RecaptureReading } from './authenticity.ts';
import type { Comparison, DocumentReading } from './document.ts';
import type { FaceReading } from './face.ts';
import type { MrzReading } from './mrz.ts';
import type { Quad } from './quad.ts';
import type { TextLine } from './text.ts';

// biome-ignore format: a table
export const CAPTURE_STEPS = {
  //                       shows       is
  document_front:     step('document', 'picture'),
  document_back:      step('document', 'picture'),
  document_data_page: step('document', 'picture'),
  security_video:     step('document', 'recording'),
  proof_of_address:   step('address',  'picture'),
  selfie:             step('face',     'picture'),
  liveness:           step('face',     'recording'),
} as const;

export type CaptureStep = keyof typeof CAPTURE_STEPS;

function step<const S extends 'document' | 'address' | 'face', const M extends 'picture' | 'recording'>(
  shows: S,
  media: M,
) {
  return { shows, media };
}

/** One picture or recording as the customer's device sent it; the content type is a claim, the bytes decide. */
export interface CapturedMedia {
  step: CaptureStep;
  bytes: Uint8Array;
  contentType: string;
}

export interface CaptureReading {
  step: CaptureStep;
  engineVersion: string;
  /** Size in pixels of the upright picture; null for a recording, whose frames have their own. */
  image: { width: number; height: number } | null;
  quality: QualityReading | null;
  /** A perceptual hash of the whole picture, by which the same one is known again: see `image/perceptual-hash.ts`. Absent for a recording. */
  hash?: string;
  /** The outline; absent when no card was found in the picture or none was looked for. */
  document?: DocumentReading;
  /** The best reading of a machine-readable zone; absent when nothing looked like one. */
  mrz?: MrzReading;
  /** The VIZ: what is printed beside the MRZ, in reading order; absent when no text was looked for. */
  text?: TextLine[];
  /** Large words that run askew across the document, and scraps of its own typography seen askew. */
  overprint?: TextLine[];
  /** Every face found, largest first; absent when faces were not looked for. */
  faces?: FaceReading[];
  /** Places that look like a face whose features cannot be made out. */
  unclearFaces?: number;
  /** Regular patterns in the middle of the document or face; null where the picture is too small, absent where none were sought. */
  recapture?: RecaptureReading | null;
  /** Strokes of a pen on a side of a document. */
  penStrokes?: PenStroke[];
  /** What may betray that the portrait was put over another one; absent where no portrait was found. */
  portraitSeams?: PortraitSeams;
  /** How a side with a portrait looks, small, as `packTemplate` writes it: for comparing it with the video. */
  template?: string;
  /** Hue and paper of the document; absent where none was found. */
  colour?: ColourReading;
  /** The frame of a device around the document; absent where no document was found. */
  bezel?: BezelReading;
  /** The frames of a recording that were looked at, in order; absent for a picture. */
  frames?: FrameReading[];
  /** The clip of a recording; null where the browser could not record one; absent for a picture. */
  clip?: ClipReading | null;
}

/** One frame of a recording. */
export interface FrameReading {
  /** Milliseconds since the recording began. */
  atMs: number;
  /** What the customer was being asked for at that time. */
  prompt: string | null;
  image: { width: number; height: number };
  quality: QualityReading;
  document?: DocumentReading;
  faces?: FaceReading[];
  unclearFaces?: number;
  /** How the document looks in the one frame with which the others are compared, as `packTemplate` writes it. */
  template?: string;
  /** What the document has in common with that frame; absent in it, and where no outline was found. */
  comparison?: Comparison;
}

/** What the container of a clip says. Its pictures are for people: the engine looks at the frames beside it. */
export interface ClipReading {
  format: 'webm' | 'mp4';
  /** As the time stamps of its frames have it; null where they do not tell. */
  seconds: number | null;
  /** Whether it holds what a player needs; null where its coding is one that we cannot judge. */
  playable: boolean | null;
}

/** Measured on the rectified document, on the face, or on the whole picture where neither was found. */
export interface QualityReading {
  measuredOn: 'document' | 'face' | 'picture';
  /** Edge energy after noise removal, with contrast stretched; higher is sharper. */
  sharpness: number;
  /** Mean luma, 0 to 255. */
  brightness: number;
  /** Share of tiles that are burnt out, 0 to 1. */
  glareFraction: number;
  /** Around all burnt-out tiles; null without any. */
  glareQuad: Quad | null;
  /** Share of the lower third that is of the colour of skin, 0 to 1: fingers lie where the MRZ is. */
  occludedFraction: number;
}
