import { type Box, boxAround, widened } from '../image/quad.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { CaptureReading } from '../readings/capture.ts';
import type { Quad } from '../readings/quad.ts';
import type { TextLine } from '../readings/text.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { findPenStrokes } from './pen-stroke.ts';
import { measurePortraitSeams } from './portrait-seam.ts';

/** What a forger or a pen may have left on a side. */
export type AuthenticityFeatures = Pick<CaptureReading, 'portraitSeams' | 'penStrokes'>;

export interface ReadSide {
  flat: RectifiedDocument;
  /** Where the document and its MRZ lie in the picture, as fractions. */
  place: Quad;
  mrz: Quad | null;
  /** Faces on it in pixels of the rectified document, the largest first. */
  faces: readonly Quad[];
  text: readonly TextLine[];
}

/** About 50 CPU ms in all, beside a second or two for reading the side. */
export function readAuthenticityFeatures(
  { flat, place, mrz, faces, text }: ReadSide,
  { isBad }: Thresholds,
): AuthenticityFeatures {
  const [portrait] = faces;
  const clear = text.filter(({ confidence }) => !isBad('vizConfidence', confidence));
  const lines = clear.map(({ box }) => inPixels(box, flat));
  return {
    ...(portrait && { portraitSeams: measurePortraitSeams(flat, portrait, slopesOf(text)) }),
    penStrokes: findPenStrokes(flat, { place, mrz, portraits: faces.map(portraitAround), text: lines }),
  };
}

/** Short lines say little about the direction of text. */
const LEAST_LINE_WIDTH = 0.12;

function slopesOf(text: readonly TextLine[]): number[] {
  return text.flatMap(({ box: [left, , right], slopeDegrees }) =>
    right - left >= LEAST_LINE_WIDTH && slopeDegrees !== undefined ? [slopeDegrees] : [],
  );
}

function inPixels([left, top, right, bottom]: TextLine['box'], { width, height }: RectifiedDocument): Box {
  return { left: left * width, top: top * height, right: right * width, bottom: bottom * height };
}

/** Of a face's size on each side: hair and clothes are lines too. */
const AROUND_FACE = 0.7;

function portraitAround(face: Quad): Box {
  return widened(boxAround(face), AROUND_FACE);
}
