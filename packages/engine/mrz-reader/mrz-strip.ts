import { applyHomography, type Homography, homographyBetween } from '../image/homography.ts';
import type { GreyImage } from '../image/pixels.ts';
import { between, distance, quadOf } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import type { Band, LineGroup } from './find-line-groups.ts';
import type { Pyramid } from './gray-image.ts';

/** Rows and columns of an MRZ: 3 × 30, 2 × 44 or 2 × 36. Two formats may share a shape. */
export interface MrzShape {
  rows: number;
  columns: number;
}

/** An MRZ cut out of the picture, upright and at one scale. */
export interface MrzStrip {
  image: GreyImage;
  toPicture: Homography;
  shape: MrzShape;
  /** What the bands suggest: the middle of the first line and the distance of the lines, in pixels of the strip. */
  firstLine: number;
  leading: number;
}

/** Pixels a character in every strip. The glyph network was trained on 11 to 38. */
export const STRIP_PITCH = 22;
/** In pitches of 2.54 mm: the usual distance of two lines and of three. */
export const USUAL_LEADING = { two: 2.5, three: 1.81 } as const;
/** Characters of margin left and right, and above and below the middles of the outer lines. */
export const STRIP_MARGIN = 1.5;

/** Bands end with the strokes of the outer characters, which fill about this share of their pitch less. */
const SIDE_BEARING = 0.17;

/**
 * Which shapes the bands may be, by how far apart they stand for their length, the likelier first. A pair may also be two
 * of three lines whose third was not found, above (`-1`) or below (`1`).
 */
export function shapesOf(group: LineGroup): { shape: MrzShape; missing: -1 | 0 | 1 }[] {
  const [top, bottom] = [group[0]!, group[group.length - 1]!];
  const length = (distance(top.left, top.right) + distance(bottom.left, bottom.right)) / 2;
  const leading =
    distance(between(top.left, top.right, 0.5), between(bottom.left, bottom.right, 0.5)) / (group.length - 1);
  const fits = (columns: number, tightest: number, widest: number) => {
    const pitches = leading / (length / columns);
    return pitches > tightest && pitches < widest;
  };
  const shapes: ReturnType<typeof shapesOf> = [];
  if (group.length === 3) {
    if (fits(30, 1.35, 2.4)) shapes.push({ shape: { rows: 3, columns: 30 }, missing: 0 });
    return shapes;
  }
  for (const columns of [44, 36]) {
    if (fits(columns, 1.5, 3.4)) shapes.push({ shape: { rows: 2, columns }, missing: 0 });
  }
  if (fits(30, 1.35, 2.4)) {
    shapes.push({ shape: { rows: 3, columns: 30 }, missing: 1 }, { shape: { rows: 3, columns: 30 }, missing: -1 });
  }
  return shapes;
}

/** @param toPicture  from the frame in which the bands were found */
export function cutStrip(
  picture: Pyramid,
  group: LineGroup,
  { shape, missing }: { shape: MrzShape; missing: -1 | 0 | 1 },
  toPicture: Homography,
): MrzStrip {
  const [top, bottom] = withMissingLine(group, missing);
  const at = ([x, y]: Point) => applyHomography(toPicture, x, y);
  return stripBetween(picture, [at(top.left), at(top.right), at(bottom.right), at(bottom.left)], shape, SIDE_BEARING);
}

/** The same strip seen the other way up. */
export function turnStrip({ image, toPicture, shape, firstLine, leading }: MrzStrip): MrzStrip {
  const { width, height } = image;
  const [a, b, c, d, e, f, g, h, i] = toPicture;
  const [x, y] = [width - 1, height - 1];
  return {
    image: { width, height, data: image.data.toReversed() },
    toPicture: [-a, -b, a * x + b * y + c, -d, -e, d * x + e * y + f, -g, -h, g * x + h * y + i],
    shape,
    firstLine: y - (firstLine + leading * (shape.rows - 1)),
    leading,
  };
}

/**
 * The strip whose outer lines have their ends at these places of the picture.
 *
 * @param inset  how far an end lies inside the line, in characters
 */
export function stripBetween(picture: Pyramid, corners: Quad, shape: MrzShape, inset: number): MrzStrip {
  const pitch = (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) / 2 / (shape.columns - 2 * inset);
  const rise = distance(between(corners[0], corners[1], 0.5), between(corners[3], corners[2], 0.5));
  const leading = (rise / (shape.rows - 1) / pitch) * STRIP_PITCH;
  const margin = STRIP_MARGIN * STRIP_PITCH;
  const left = margin + inset * STRIP_PITCH;
  const right = margin + (shape.columns - inset) * STRIP_PITCH;
  const below = margin + leading * (shape.rows - 1);
  const stripToPicture = homographyBetween(quadOf({ left, top: margin, right, bottom: below }), corners);
  const width = Math.round((shape.columns + 2 * STRIP_MARGIN) * STRIP_PITCH);
  const image = picture.draw(width, Math.round(below + margin), stripToPicture);
  return { image, toPicture: stripToPicture, shape, firstLine: margin, leading };
}

function withMissingLine(group: LineGroup, missing: -1 | 0 | 1): [Band, Band] {
  const [top, bottom] = [group[0]!, group[group.length - 1]!];
  const beyond = (from: Band, to: Band): Band => ({
    left: between(from.left, to.left, 2),
    right: between(from.right, to.right, 2),
  });
  if (missing === 1) return [top, beyond(top, bottom)];
  if (missing === -1) return [beyond(bottom, top), bottom];
  return [top, bottom];
}
