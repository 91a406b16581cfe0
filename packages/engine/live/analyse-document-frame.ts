import { isBad } from '../checks/thresholds.ts';
import { describeOutline, toFractions } from '../document/describe-outline.ts';
import { findLiveOutline, shrinkPixels } from '../document/find-live-outline.ts';
import { distance, scaleQuad } from '../image/quad.ts';
import { mean, measureQuality, round } from '../image/quality.ts';
import { type FlatDocument, layFlat, type Pixels } from '../image/rectify.ts';
import type { DocumentReading, Quad, QualityReading } from '../readings/capture.ts';
import { resemblance, sideMarkOf, zoneLinesOf } from './document-side.ts';

/** What a live frame shows of a document: the same measures that the server takes of the picture, on an outline found faster. */
export interface DocumentGlance {
  /** Null when no outline stands out. */
  document: DocumentReading | null;
  /** Of the document; null without one. */
  quality: QualityReading | null;
  /** Whether the quality is of this very frame, and not of one shortly before in which the document lay just there. */
  measured: boolean;
  /** What tells the sides apart; null without a document. */
  side: SideGlance | null;
  /** Mean luma of the whole frame, 0 to 255: told without a document too. */
  frameBrightness: number;
}

export interface SideGlance {
  /** How many lines of print lie like those of a machine-readable zone: 0, 2 or 3; null where they were not looked for. */
  zoneLines: number | null;
  /** How much this side looks like another one that was shown before, −1 to 1; null where there is none to compare with. */
  resemblance: number | null;
  /** By which this side is known again. */
  mark: Uint8Array;
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
  /** A zone would be looked for. */
  zone: boolean;
  /** The mark of the other side, where that was shown before. */
  other: Uint8Array | null;
}

/** So many looks take over what was last measured of a document that lies still. */
const LOOKS_BETWEEN_MEASURES = 3;
const LOOKS_BETWEEN_ZONES = 15;
/** How far a corner moves, as a part of the picture, on a document that counts as lying still. */
const STILL = 0.015;

/**
 * Looks at frames one after the other. Edges are found in each; what lies between them is measured once in four looks while the
 * document lies still, because measuring costs twice as much as finding.
 */
export function watchDocument(): (frame: LiveFrame, asked?: SideAsked) => Promise<DocumentGlance> {
  let measured: { quad: Quad; quality: QualityReading; side: SideGlance; looks: number } | null = null;
  // Looking for a zone costs as much as measuring. A card that is turned over is lost from view, so what was found holds until then, or for a while.
  let zone: { lines: number; looks: number } | null = null;
  const zoneIn = (flat: FlatDocument, { sharpness }: QualityReading) => {
    if (zone !== null && zone.looks < LOOKS_BETWEEN_ZONES) return zone.lines;
    // In a smear of characters there are no lines, and the customer hears of that first.
    zone = isBad('liveSharpness', sharpness) ? null : { lines: zoneLinesOf(flat), looks: 0 };
    return zone?.lines ?? null;
  };
  return async ({ small, large }, asked) => {
    if (zone !== null) zone.looks++;
    const image = shrinkPixels(small);
    const frameBrightness = round(mean(image.data), 1);
    const found = findLiveOutline(image);
    if (found === null) {
      measured = null;
      zone = null;
      return { document: null, quality: null, measured: false, side: null, frameBrightness };
    }
    const { width, height } = small;
    const corners = scaleQuad(found, width / image.width, height / image.height);
    const quad: Quad = toFractions(corners, width, height);
    if (measured === null || measured.looks >= LOOKS_BETWEEN_MEASURES || furthest(measured.quad, quad) > STILL) {
      const pixels = await large();
      const flat = layFlat(pixels, scaleQuad(corners, pixels.width / width, pixels.height / height));
      const quality: QualityReading = { measuredOn: 'document', ...measureQuality(flat, quad) };
      const mark = sideMarkOf(flat);
      const side: SideGlance = {
        zoneLines: asked?.zone ? zoneIn(flat, quality) : null,
        resemblance: asked?.other ? round(resemblance(mark, asked.other), 3) : null,
        mark,
      };
      measured = { quad, quality, side, looks: 0 };
    } else measured.looks++;
    return {
      document: describeOutline(corners, 'edges', small),
      quality: measured.quality,
      measured: measured.looks === 0,
      side: measured.side,
      frameBrightness,
    };
  };
}

export function lookAtDocument(pixels: Pixels, asked?: SideAsked): Promise<DocumentGlance> {
  return watchDocument()({ small: pixels, large: () => pixels }, asked);
}

/** The greatest distance between corners of the same name. */
function furthest(a: Quad, b: Quad): number {
  return Math.max(...a.map((corner, i) => distance(corner, b[i]!)));
}
