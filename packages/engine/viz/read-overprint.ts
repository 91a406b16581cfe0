import type { Picture } from '../image/decode.ts';
import { pixelsOf } from '../image/pixels.ts';
import { distance, mapQuad, pointInQuad, quadOf, toFractions } from '../image/quad.ts';
import { rectify } from '../image/rectify.ts';
import { round } from '../image/statistics.ts';
import type { Quad } from '../readings/quad.ts';
import type { TextLine } from '../readings/text.ts';
import { findText, placeOf } from './find-text.ts';
import { recogniseLine } from './recognise-line.ts';
import type { TextModels } from './text-models.ts';

/** Degrees by which overprints are usually turned; the network finds lines that are off by some fifteen more. */
const ANGLES = [-30, 30] as const;
/** Width in pixels at which is looked: overprints are large. A multiple of 32. */
const SEARCH_WIDTH = 480;
/** Smaller text is the document's own, seen askew. Part of the width. */
const LEAST_HEIGHT = 0.07;
const MOST_WORDS = 6;

/**
 * Overprint: large words that run over a document, as *SPECIMEN* and *COPY* do.
 *
 * @param corners  where the document lies in the picture, upright
 */
export async function readOverprint(models: TextModels, picture: Picture, corners: Quad): Promise<TextLine[]> {
  const words: TextLine[] = [];
  for (const degrees of ANGLES) {
    const turned = turn(corners, degrees);
    const flat = rectify(pixelsOf(picture), turned, SEARCH_WIDTH, 32);
    const boxes = (await findText(models, flat)).filter(({ top, bottom }) => bottom - top >= LEAST_HEIGHT * flat.width);
    for (const box of boxes.slice(0, MOST_WORDS)) {
      const line = await recogniseLine(models, flat, box);
      if (line === null) continue;
      const quad = toFractions(placeOf(box, turned, flat), picture.width, picture.height);
      words.push({ text: line.text, confidence: round(line.confidence, 3), quad, box: [0, 0, 1, 1] });
    }
  }
  return words;
}

/** The same rectangle turned about the middle of the document, as the document lies. */
function turn(corners: Quad, degrees: number): Quad {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [across, down] = [distance(corners[0], corners[1]), distance(corners[0], corners[3])];
  return mapQuad(quadOf({ left: -0.5, top: -0.5, right: 0.5, bottom: 0.5 }), ([u, v]) => {
    const [x, y] = [u * across, v * down];
    return pointInQuad(corners, 0.5 + (x * cosine - y * sine) / across, 0.5 + (x * sine + y * cosine) / down);
  });
}
