import type { DocumentReading, Quad, QualityReading } from '../capture-reading.ts';
import { describeOutline, toFractions } from './describe-outline.ts';
import { findOutlineQuickly } from './find-live-outline.ts';
import { layFlat, type Pixels } from './lay-flat.ts';
import { mean, measureQuality, round } from './measure-quality.ts';

/** What a live frame shows of a document: the same measures that the server takes of the picture, on an outline found faster. */
export interface DocumentGlance {
  /** Null when no outline stands out. */
  document: DocumentReading | null;
  /** Of the document; null without one. */
  quality: QualityReading | null;
  /** Mean luma of the whole frame, 0 to 255: told without a document too. */
  frameBrightness: number;
}

export function lookAtDocument(pixels: Pixels): DocumentGlance {
  const { width, height } = pixels;
  const grey = lumaOf(pixels);
  const frameBrightness = round(mean(grey), 1);
  const corners = findOutlineQuickly({ data: grey, width, height });
  if (corners === null) return { document: null, quality: null, frameBrightness };
  const quad: Quad = toFractions(corners, width, height);
  return {
    document: describeOutline(corners, 'edges', pixels),
    quality: { measuredOn: 'document', ...measureQuality(layFlat(pixels, corners), quad) },
    frameBrightness,
  };
}

function lumaOf({ data, channels, width, height }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += channels)
    grey[i] = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
  return grey;
}
