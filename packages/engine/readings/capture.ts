/** What is read from one picture or recording, as plain JSON: written by the engine host, kept sealed with the capture, judged later. */
import type { ParsedMrz } from '@reident/mrz';
import type { BezelReading } from '../authenticity/device-bezel.ts';
import type { ColourReading } from '../authenticity/grey-copy.ts';
import type { RecaptureReading } from '../authenticity/halftone.ts';
import type { PenStroke } from '../authenticity/pen-stroke.ts';
import type { PortraitSeams } from '../authenticity/portrait-seam.ts';
import type { Comparison } from '../video/same-document.ts';
import type { LineTypography } from '../viz/measure-typography.ts';
import type { FaceReading } from './face.ts';

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

/** A place in the picture as fractions of its width and height, so that it fits every size the picture is shown in. */
export type Point = readonly [x: number, y: number];

/** Four corners, clockwise from the top left as a reader holds the thing upright. */
export type Quad = readonly [Point, Point, Point, Point];

export interface CaptureReading {
  step: CaptureStep;
  engineVersion: string;
  /** Size in pixels of the upright picture; null for a recording, whose frames have their own. */
  image: { width: number; height: number } | null;
  quality: QualityReading | null;
  /** Of the whole picture, for finding the same one again: see `evidence/picture-hash.ts`. Absent for a recording. */
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

export interface DocumentReading {
  quad: Quad;
  /** By its edges, or worked out from its MRZ where no edge stands out: then good for marking, not for judging angles. */
  foundBy: 'edges' | 'mrz';
  /** Longer over shorter side as seen: 1.59 for a card, 1.42 for a data page, other numbers by perspective. */
  aspectRatio: number;
  /** Shorter over longer of opposite sides, the worse pair: 1 is seen straight on. */
  sideRatio: number;
  /** Share of the picture's area that the document covers. */
  coverage: number;
  /** Whether a corner lies on the picture's edge or beyond it. */
  cutOff: boolean;
}

/** An MRZ as it was read, its text taken apart. Dates stay `YYMMDD`: their century is judged with the day of the capture. */
export interface MrzReading extends ParsedMrz {
  quad: Quad;
  /** Natural logarithm of the weakest character's probability: 0 is certain. */
  confidence: number;
  /** How many characters were changed so that a check digit fits; such a reading never decides alone. */
  repaired: number;
  /** The picture shows the document as a mirror does; absent when it does not. */
  mirrored?: boolean;
}

/** A line of typography as it was read. */
export interface TextLine {
  text: string;
  /** Mean probability of its characters, 0 to 1. */
  confidence: number;
  quad: Quad;
  /** Where it stands on the rectified document, as fractions of its width and height. */
  box: readonly [left: number, top: number, right: number, bottom: number];
  /** By how much it runs down to the right there; absent in readings from before it was kept. */
  slopeDegrees?: number;
  /** How its letters are printed; absent where that cannot be measured, and in readings from before it was. */
  typography?: LineTypography;
}
