import { type Picture, pixelsOf } from '../image/decode.ts';
import { distance, pointInQuad } from '../image/quad.ts';
import { round } from '../image/quality.ts';
import { rectify } from '../image/rectify.ts';
import type { Quad, TextLine } from '../readings/capture.ts';
import { findText, type TextBox } from './find-text.ts';
import { measureTypography } from './measure-typography.ts';
import { recogniseLine } from './recognise-line.ts';
import type { TextModels } from './text-models.ts';

/** Width in pixels at which text is looked for: labels 1.3 mm high on a data page still have ten. A multiple of 32. */
const SEARCH_WIDTH = 960;
/** Times as wide when it is read. */
const READING_SCALE = 1.6;
/** No side of a document has more lines; a picture of a newspaper must not take minutes. */
const MOST_LINES = 64;

/**
 * Everything that is printed on a document, its MRZ left out, in reading order.
 *
 * @param corners  where the document lies in the picture, upright
 * @param mrz  where its machine-readable zone lies, in pixels of the picture; null without one
 */
export async function readText(
  models: TextModels,
  picture: Picture,
  corners: Quad,
  mrz: Quad | null,
): Promise<TextLine[]> {
  const shape = rectify(pixelsOf(picture), corners, SEARCH_WIDTH, 32);
  const fine = rectify(pixelsOf(picture), corners, SEARCH_WIDTH * READING_SCALE, 32 * READING_SCALE);
  const lines: TextLine[] = [];
  for (const box of (await findText(models, shape)).slice(0, MOST_LINES)) {
    const quad = placeOf(box, corners, shape.width, shape.height);
    if (mrz && liesIn(quad, mrz)) continue;
    const place = scaled(box, fine.width / shape.width, fine.height / shape.height);
    const line = await recogniseLine(models, fine, place);
    if (line === null) continue;
    const typography = measureTypography(fine, place);
    const fractions = quad.map(([x, y]) => [round(x / picture.width, 4), round(y / picture.height, 4)]);
    lines.push({
      text: line.text,
      confidence: round(line.confidence, 3),
      quad: fractions as unknown as Quad,
      box: [box.left, middleTop(box), box.right, middleBottom(box)].map((value, i) =>
        round(value / (i % 2 === 0 ? shape.width : shape.height), 4),
      ) as unknown as TextLine['box'],
      slopeDegrees: round((Math.atan(box.slope) * 180) / Math.PI, 2),
      ...(typography && { typography }),
    });
  }
  return lines;
}

function scaled({ left, right, top, bottom, slope }: TextBox, x: number, y: number): TextBox {
  return { left: left * x, right: right * x, top: top * y, bottom: bottom * y, slope: (slope * y) / x };
}

function middleTop({ top, slope, left, right }: TextBox): number {
  return top + (slope * (left + right)) / 2;
}

function middleBottom({ bottom, slope, left, right }: TextBox): number {
  return bottom + (slope * (left + right)) / 2;
}

function placeOf({ left, right, top, bottom, slope }: TextBox, corners: Quad, width: number, height: number): Quad {
  const at = (x: number, y: number) => pointInQuad(corners, x / width, (y + slope * x) / height);
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}

/** Whether the middle of a line lies in the MRZ, measured along the MRZ's own sides. */
function liesIn(line: Quad, [a, b, , d]: Quad): boolean {
  const [x, y] = [0, 1].map((i) => line.reduce((sum, point) => sum + point[i]!, 0) / 4) as [number, number];
  const along = (from: Quad[0], to: Quad[0]) =>
    ((x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1])) / distance(from, to) ** 2;
  const [across, down] = [along(a, b), along(a, d)];
  return across > -0.1 && across < 1.1 && down > -0.15 && down < 1.15;
}
