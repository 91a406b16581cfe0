import { type Picture, pixelsOf } from '../image/decode.ts';
import { pointInQuad } from '../image/quad.ts';
import { round } from '../image/quality.ts';
import { rectify } from '../image/rectify.ts';
import type { Quad, TextLine } from '../readings/capture.ts';
import { findText } from './find-text.ts';
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
      const at = (x: number, y: number) => pointInQuad(turned, x / flat.width, (y + box.slope * x) / flat.height);
      const quad = [at(box.left, box.top), at(box.right, box.top), at(box.right, box.bottom), at(box.left, box.bottom)];
      words.push({
        text: line.text,
        confidence: round(line.confidence, 3),
        quad: quad.map(([x, y]) => [round(x / picture.width, 4), round(y / picture.height, 4)]) as unknown as Quad,
        box: [0, 0, 1, 1],
      });
    }
  }
  return words;
}

/** The same rectangle turned about the middle of the document, as the document lies. */
function turn(corners: Quad, degrees: number): Quad {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const across = Math.hypot(corners[1][0] - corners[0][0], corners[1][1] - corners[0][1]);
  const down = Math.hypot(corners[3][0] - corners[0][0], corners[3][1] - corners[0][1]);
  return [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, 0.5],
    [-0.5, 0.5],
  ].map(([u, v]) => {
    const [x, y] = [u! * across, v! * down];
    return pointInQuad(corners, 0.5 + (x * cosine - y * sine) / across, 0.5 + (x * sine + y * cosine) / down);
  }) as unknown as Quad;
}
