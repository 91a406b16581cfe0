import type { DocumentReading, Quad, QualityReading } from '../capture-reading.ts';
import { describeOutline, toFractions } from './describe-outline.ts';
import { findLiveOutline, shrinkPixels } from './find-live-outline.ts';
import { layFlat, type Pixels } from './lay-flat.ts';
import { mean, measureQuality, round } from './measure-quality.ts';
import { distance, scaleQuad } from './quad-geometry.ts';

/** What a live frame shows of a document: the same measures that the server takes of the picture, on an outline found faster. */
export interface DocumentGlance {
  /** Null when no outline stands out. */
  document: DocumentReading | null;
  /** Of the document; null without one. */
  quality: QualityReading | null;
  /** Whether the quality is of this very frame, and not of one shortly before in which the document lay just there. */
  measured: boolean;
  /** Mean luma of the whole frame, 0 to 255: told without a document too. */
  frameBrightness: number;
}

export function lookAtDocument(pixels: Pixels): DocumentGlance {
  return watchDocument()(pixels);
}

/** So many looks take over what was last measured of a document that lies still. */
const LOOKS_BETWEEN_MEASURES = 3;
/** How far a corner moves, as a part of the picture, on a document that counts as lying still. */
const STILL = 0.015;

/**
 * Looks at frames one after the other. Edges are found in each; what lies between them is measured once in four looks while the
 * document lies still, because measuring costs twice as much as finding.
 */
export function watchDocument(): (pixels: Pixels) => DocumentGlance {
  let measured: { quad: Quad; quality: QualityReading; looks: number } | null = null;
  return (pixels) => {
    const { width, height } = pixels;
    const image = shrinkPixels(pixels);
    const frameBrightness = round(mean(image.data), 1);
    const found = findLiveOutline(image);
    if (found === null) {
      measured = null;
      return { document: null, quality: null, measured: false, frameBrightness };
    }
    const corners = scaleQuad(found, width / image.width, height / image.height);
    const quad: Quad = toFractions(corners, width, height);
    if (measured === null || measured.looks >= LOOKS_BETWEEN_MEASURES || furthest(measured.quad, quad) > STILL)
      measured = {
        quad,
        quality: { measuredOn: 'document', ...measureQuality(layFlat(pixels, corners), quad) },
        looks: 0,
      };
    else measured.looks++;
    return {
      document: describeOutline(corners, 'edges', pixels),
      quality: measured.quality,
      measured: measured.looks === 0,
      frameBrightness,
    };
  };
}

/** The greatest distance between corners of the same name. */
function furthest(a: Quad, b: Quad): number {
  return Math.max(...a.map((corner, i) => distance(corner, b[i]!)));
}
