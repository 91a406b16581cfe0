import { describeOutline } from '../document/describe-outline.ts';
import { findLiveOutline, shrinkPixels } from '../document/find-live-outline.ts';
import type { Pixels } from '../image/pixels.ts';
import { distance, scaleQuad, toFractions } from '../image/quad.ts';
import { measureQuality } from '../image/quality.ts';
import { type RectifiedDocument, rectify } from '../image/rectify.ts';
import { mean, round } from '../image/statistics.ts';
import type { QualityReading } from '../readings/capture.ts';
import type { DocumentReading } from '../readings/document.ts';
import type { Quad } from '../readings/quad.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { mrzLinesOf, resemblance, sideTemplateOf } from './document-side.ts';

/** What a live frame shows of a document: the same measures that the server takes of the picture, on an outline found faster. */
export interface DocumentFrameAnalysis {
  /** Null when no outline stands out. */
  document: DocumentReading | null;
  /** Of the document; null without one. */
  quality: QualityReading | null;
  /** Whether the quality is of this very frame, and not of one shortly before in which the document lay just there. */
  measured: boolean;
  /** What tells the sides apart; null without a document. */
  side: SideAnalysis | null;
  /** Mean luma of the whole frame, 0 to 255: told without a document too. */
  frameBrightness: number;
}

export interface SideAnalysis {
  /** How many lines of text lie like those of a machine-readable zone: 0, 2 or 3; null where they were not looked for. */
  mrzLines: number | null;
  /** How much this side looks like another one that was shown before, −1 to 1; null where there is none to compare with. */
  resemblance: number | null;
  /** By which this side is known again. */
  template: Uint8Array;
}

/** A live frame in two sizes. */
export interface LiveFrame {
  /** Edges are found in it: twice the size at which they are sought is enough. */
  small: Pixels;
  /** The same frame with the pixels that are measured. It is asked for only when something is measured, because it is dear. */
  large(): Pixels | Promise<Pixels>;
}

/** What the side that is asked for is told by. */
export interface SideAsked {
  /** An MRZ would be looked for. */
  mrz: boolean;
  /** The template of the other side, where that was shown before. */
  other: Uint8Array | null;
}

/** So many frames take over what was last measured of a document that lies still. */
const FRAMES_BETWEEN_MEASURES = 3;
const FRAMES_BETWEEN_MRZ_SEARCHES = 15;
/** How far a corner moves, as a part of the picture, on a document that counts as lying still. */
const STILL = 0.015;

/**
 * Analyses frames one after the other. Edges are found in each; what lies between them is measured once in four frames while the
 * document lies still, because measuring costs twice as much as finding.
 */
export function openDocumentAnalyser(): (frame: LiveFrame, asked?: SideAsked) => Promise<DocumentFrameAnalysis> {
  let measured: { quad: Quad; quality: QualityReading; side: SideAnalysis; frames: number } | null = null;
  // Looking for an MRZ costs as much as measuring. A card that is turned over is lost from view, so what was found holds until then, or for a while.
  let mrz: { lines: number; frames: number } | null = null;
  const mrzLinesIn = (flat: RectifiedDocument, { sharpness }: QualityReading) => {
    if (mrz !== null && mrz.frames < FRAMES_BETWEEN_MRZ_SEARCHES) return mrz.lines;
    // In a smear of characters there are no lines, and the customer hears of that first.
    mrz = STANDARD_THRESHOLDS.isBad('liveSharpness', sharpness) ? null : { lines: mrzLinesOf(flat), frames: 0 };
    return mrz?.lines ?? null;
  };
  return async ({ small, large }, asked) => {
    if (mrz !== null) mrz.frames++;
    const image = shrinkPixels(small);
    const frameBrightness = round(mean(image.data), 1);
    const found = findLiveOutline(image);
    if (found === null) {
      measured = null;
      mrz = null;
      return { document: null, quality: null, measured: false, side: null, frameBrightness };
    }
    const { width, height } = small;
    const corners = scaleQuad(found, width / image.width, height / image.height);
    const quad: Quad = toFractions(corners, width, height);
    if (measured === null || measured.frames >= FRAMES_BETWEEN_MEASURES || furthest(measured.quad, quad) > STILL) {
      const pixels = await large();
      const flat = rectify(pixels, scaleQuad(corners, pixels.width / width, pixels.height / height));
      const quality: QualityReading = { measuredOn: 'document', ...measureQuality(flat, quad) };
      const template = sideTemplateOf(flat);
      const side: SideAnalysis = {
        mrzLines: asked?.mrz ? mrzLinesIn(flat, quality) : null,
        resemblance: asked?.other ? round(resemblance(template, asked.other), 3) : null,
        template,
      };
      measured = { quad, quality, side, frames: 0 };
    } else measured.frames++;
    return {
      document: describeOutline(corners, 'edges', small),
      quality: measured.quality,
      measured: measured.frames === 0,
      side: measured.side,
      frameBrightness,
    };
  };
}

export function analyseDocumentFrame(pixels: Pixels, asked?: SideAsked): Promise<DocumentFrameAnalysis> {
  return openDocumentAnalyser()({ small: pixels, large: () => pixels }, asked);
}

/** The greatest distance between corners of the same name. */
function furthest(a: Quad, b: Quad): number {
  return Math.max(...a.map((corner, i) => distance(corner, b[i]!)));
}
