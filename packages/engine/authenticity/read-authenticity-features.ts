import { isBad } from '../checks/thresholds.ts';
import { packTemplate, templateOf } from '../document/template.ts';
import type { FoundFace } from '../face/detect.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import type { CaptureReading, Quad, TextLine } from '../readings/capture.ts';
import { findPenStrokes, type TextBlock } from './pen-stroke.ts';
import { measurePortraitSeams } from './portrait-seam.ts';

/** What a forger or a pen may have left on a side, and what another look at it is compared with. */
export type AuthenticityFeatures = Pick<CaptureReading, 'template' | 'portraitSeams' | 'penStrokes'>;

export interface ReadSide {
  step: CaptureReading['step'];
  flat: RectifiedDocument;
  /** Where the document and its MRZ lie in the picture, as fractions. */
  place: Quad;
  mrz: Quad | null;
  faces: readonly FoundFace[];
  text: readonly TextLine[];
}

/** About 60 CPU ms in all, beside a second or two for reading the side. */
export function readAuthenticityFeatures({ step, flat, place, mrz, faces, text }: ReadSide): AuthenticityFeatures {
  const [portrait] = faces;
  return {
    ...(step === 'document_back' ? {} : { template: packTemplate(templateOf(flat)) }),
    ...(portrait && { portraitSeams: measurePortraitSeams(flat, portrait.corners, slopesOf(text)) }),
    penStrokes: findPenStrokes(flat, { place, mrz, portraits: faces.map(portraitAround), text: linesIn(flat, text) }),
  };
}

/** Short lines say little about the direction of text. */
const LEAST_LINE_WIDTH = 0.12;

function slopesOf(text: readonly TextLine[]): number[] {
  return text.flatMap(({ box: [left, , right], slopeDegrees }) =>
    right - left >= LEAST_LINE_WIDTH && slopeDegrees !== undefined ? [slopeDegrees] : [],
  );
}

/** Lines that were read clearly. */
function linesIn({ width, height }: RectifiedDocument, text: readonly TextLine[]): TextBlock[] {
  return text
    .filter(({ confidence }) => !isBad('vizConfidence', confidence))
    .map(({ box: [left, top, right, bottom] }) => ({
      left: left * width,
      top: top * height,
      right: right * width,
      bottom: bottom * height,
    }));
}

/** Of a face's size on each side: hair and clothes are lines too. */
const AROUND_FACE = 0.7;

function portraitAround({ corners }: FoundFace): TextBlock {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [across, down] = [(right - left) * AROUND_FACE, (bottom - top) * AROUND_FACE];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}
