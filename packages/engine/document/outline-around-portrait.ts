import { applyHomography, homographyBetween } from '../image/homography.ts';
import { aspectRatio, startAt, wholeOf } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { within } from './outline-rules.ts';

/** Where a face was seen in a picture, in its pixels: a square with room for chin and forehead, turned as the eyes are. */
export interface SeenFace {
  centre: Point;
  side: number;
  /** How far the line of the eyes is turned from level, in radians, clockwise. */
  angle: number;
}

/**
 * Which of the shapes found is the side of a document that bears one of these faces as its portrait; null when none does.
 *
 * On cards and data pages the portrait stands left or right of the text, upright, and is about half as high as the page. The answer
 * stands upright. A sheet or a newspaper on which the card lies has the face somewhere else, or too small.
 *
 * @param outlines  the likeliest first
 */
export function outlineAroundPortrait(faces: readonly SeenFace[], outlines: readonly Quad[]): Quad | null {
  for (const outline of outlines)
    for (const turn of [0, 2, 1, 3]) {
      const upright = startAt(outline, turn);
      if (faces.some((face) => isPortrait(face, upright))) return upright;
    }
  return null;
}

/** Middle of the portrait from either side, from above, and height of its square, as parts of the document's width or height. */
const FROM_SIDE = [0.08, 0.4] as const;
const FROM_TOP = [0.24, 0.74] as const;
const HEIGHT = [0.26, 0.9] as const;
/** Radians. Faces on portraits are level; perspective and the mesh of the eyes leave some. */
const MOST_TURNED = 0.35;

function isPortrait({ centre, side, angle }: SeenFace, outline: Quad): boolean {
  const page = { width: aspectRatio(outline), height: 1 };
  const toPage = homographyBetween(outline, wholeOf(page));
  const place = ([x, y]: Point) => applyHomography(toPage, x, y);
  const [x, y] = place(centre);
  const [cosine, sine] = [Math.cos(angle) * side, Math.sin(angle) * side];
  const along = place([centre[0] + cosine / 2, centre[1] + sine / 2]);
  const below = place([centre[0] - sine / 2, centre[1] + cosine / 2]);
  const turned = Math.abs(Math.atan2(along[1] - y, along[0] - x));
  const height = 2 * Math.hypot(below[0] - x, below[1] - y);
  const fromSide = Math.min(x, page.width - x) / page.width;
  return turned < MOST_TURNED && within(fromSide, FROM_SIDE) && within(y, FROM_TOP) && within(height, HEIGHT);
}
