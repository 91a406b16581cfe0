import type { Picture } from '../image/decode.ts';
import { pixelsOf } from '../image/pixels.ts';
import { distance, toFractions } from '../image/quad.ts';
import { rectify } from '../image/rectify.ts';
import { mean, round } from '../image/statistics.ts';
import type { Point, Quad } from '../readings/quad.ts';
import type { TextLine } from '../readings/text.ts';
import { findText, placeOf, type TextBox } from './find-text.ts';
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
    const quad = placeOf(box, corners, shape);
    if (mrz && liesIn(quad, mrz)) continue;
    const place = scaled(box, fine.width / shape.width, fine.height / shape.height);
    const line = await recogniseLine(models, fine, place);
    if (line === null) continue;
    const typography = measureTypography(fine, place);
    lines.push({
      text: line.text,
      confidence: round(line.confidence, 3),
      quad: toFractions(quad, picture.width, picture.height),
      box: levelBox(box, shape),
      slopeDegrees: round((Math.atan(box.slope) * 180) / Math.PI, 2),
      ...(typography && { typography }),
    });
  }
  return lines;
}

function scaled({ left, right, top, bottom, slope }: TextBox, x: number, y: number): TextBox {
  return { left: left * x, right: right * x, top: top * y, bottom: bottom * y, slope: (slope * y) / x };
}

/** The upright box that a line fills, at the height of its middle, in fractions. */
function levelBox(
  { left, right, top, bottom, slope }: TextBox,
  { width, height }: { width: number; height: number },
): TextLine['box'] {
  const fall = (slope * (left + right)) / 2;
  const [x, y] = [(value: number) => round(value / width, 4), (value: number) => round(value / height, 4)];
  return [x(left), y(top + fall), x(right), y(bottom + fall)];
}

/** Whether the middle of a line lies in the MRZ, measured along the MRZ's own sides. */
function liesIn(line: Quad, [a, b, , d]: Quad): boolean {
  const [x, y] = [mean(line.map((corner) => corner[0])), mean(line.map((corner) => corner[1]))];
  const along = (from: Point, to: Point) =>
    ((x - from[0]) * (to[0] - from[0]) + (y - from[1]) * (to[1] - from[1])) / distance(from, to) ** 2;
  const [across, down] = [along(a, b), along(a, d)];
  return across > -0.1 && across < 1.1 && down > -0.15 && down < 1.15;
}
