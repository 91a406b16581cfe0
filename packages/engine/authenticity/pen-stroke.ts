import { type Box, boxHolds, isInside, mapQuad, pointInQuad, quadOf, roundPoint } from '../image/quad.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import { round } from '../image/statistics.ts';
import { summedArea } from '../image/summed-area.ts';
import type { PenStroke } from '../readings/authenticity.ts';
import type { Point, Quad } from '../readings/quad.ts';

/** Extent from which a connected stroke is no text, in parts of the document's width; it must rise and fall as well. */
const LEAST_LENGTH = 0.12;
const LEAST_HEIGHT = 0.02;
/** Of its bounding box a line of writing fills a tenth, joined letters and pictures a quarter and more. */
const MOST_FILL = 0.22;
/** Strokes that touch the outline belong to what lies behind the document, or to its edge. */
const MARGIN = 0.008;
const MOST_STROKES = 8;

/** What else is on the document. */
export interface Surface {
  /** Where the document and its MRZ lie in the picture, as fractions. */
  place: Quad;
  mrz: Quad | null;
  /** Parts in which lines are a picture's, in pixels of the rectified document. */
  portraits: readonly Box[];
  /** Lines of text that were read clearly, in pixels of the rectified document. */
  text: readonly Box[];
}

/** Looks for strokes of a pen on the rectified document; one whose middle lies in a portrait or in the MRZ is part of that. */
export function findPenStrokes(flat: RectifiedDocument, { place, mrz, portraits, text }: Surface): PenStroke[] {
  const { width, height } = flat;
  const margin = MARGIN * width;
  const inPicture = ([x, y]: Point) => pointInQuad(place, x / width, y / height);
  return connectedIn(inkOf(flat), width, height)
    .filter(({ left, top, right, bottom, pixels }) => {
      const [across, down] = [right - left + 1, bottom - top + 1];
      const longEnough = across >= LEAST_LENGTH * width && down >= LEAST_HEIGHT * width;
      const inside = left > margin && top > margin && right < width - margin && bottom < height - margin;
      const middle = [(left + right) / 2, (top + bottom) / 2] as const;
      return (
        longEnough &&
        inside &&
        pixels.length < MOST_FILL * across * down &&
        !portraits.some((box) => boxHolds(box, middle)) &&
        !(mrz && isInside(mrz, inPicture(middle)))
      );
    })
    .slice(0, MOST_STROKES)
    .map(({ pixels, ...box }) => ({
      quad: mapQuad(quadOf(box), (corner) => roundPoint(inPicture(corner))),
      length: round((box.right - box.left) / width, 3),
      crossedLines: text.filter((line) => pixels.some((at) => boxHolds(line, [at % width, Math.floor(at / width)])))
        .length,
    }));
}

/** Around each pixel this far decides what is dark there, in pixels. */
const NEAR = 14;
/** Ink is so much of the brightness around it; the fine lines of a background are lighter. */
const INK = 0.72;

function inkOf({ grey, width, height }: RectifiedDocument): Uint8Array {
  const sums = summedArea({ data: grey, width, height });
  const ink = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - NEAR) * (width + 1);
    const bottom = Math.min(height, y + NEAR + 1) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - NEAR), Math.min(width, x + NEAR + 1)];
      const sum = sums[bottom + right]! - sums[top + right]! - sums[bottom + left]! + sums[top + left]!;
      const at = y * width + x;
      ink[at] = grey[at]! * rows * (right - left) < INK * sum ? 1 : 0;
    }
  }
  return ink;
}

type Component = Box & { pixels: number[] };

/** Groups of ink that touch each other, also across corners. */
function connectedIn(ink: Uint8Array, width: number, height: number): Component[] {
  const seen = new Uint8Array(ink.length);
  const found: Component[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (!ink[start] || seen[start]) continue;
    const component: Component = { left: width, top: height, right: 0, bottom: 0, pixels: [start] };
    seen[start] = 1;
    for (let n = 0; n < component.pixels.length; n++) {
      const at = component.pixels[n]!;
      const x = at % width;
      const y = (at - x) / width;
      component.left = Math.min(component.left, x);
      component.right = Math.max(component.right, x);
      component.top = Math.min(component.top, y);
      component.bottom = Math.max(component.bottom, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (!ink[next] || seen[next]) continue;
          seen[next] = 1;
          component.pixels.push(next);
        }
    }
    found.push(component);
  }
  return found;
}
