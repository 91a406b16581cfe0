import type { Picture } from '../image/decode.ts';
import { shrinkPicture } from '../image/downscale.ts';
import { type Cv, type Mat, withMatrices } from '../image/opencv.ts';
import { distance, orderCorners, scaleQuad, sideLengths } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { findStraightOutlines, LIVE_SEARCH_SIZE, shrinkGrey } from './find-live-outline.ts';
import { cardLikelihood, LEAST_COVERAGE, MOST_COVERAGE, within } from './outline-rules.ts';

/** The outline is sought in a small copy: texture disappears, edges of cards stay. */
const SEARCH_SIZE = 800;

/** How much a hull may differ from its four corners: rounded corners and a finger on the edge are within. */
const HULL_FIT = [0.92, 1.08] as const;

/**
 * Finds what may be the outline of a card or page, in pixels of the picture, the likeliest first; empty when none stands out.
 *
 * Several ways of telling card from table are tried, because each fails on some table: four straight edges, wherever they end; then
 * closed shapes, by edges at three strengths, a card of less colour than its surroundings, a card lighter than them. Outlines that are
 * nearly the same are said once.
 */
export function findOutlines(cv: Cv, picture: Picture): Quad[] {
  return withoutTwins([...byStraightEdges(picture), ...byClosedShapes(cv, picture)]).slice(0, MOST_OUTLINES);
}

/** Each that is looked at costs the reader of the MRZ a view of the picture. */
const MOST_OUTLINES = 10;

const MOST_STRAIGHT = 6;

function byStraightEdges({ grey, width, height }: Picture): Quad[] {
  const small = shrinkGrey({ data: grey, width, height }, LIVE_SEARCH_SIZE);
  return findStraightOutlines(small, MOST_STRAIGHT).map((quad) =>
    scaleQuad(quad, width / small.width, height / small.height),
  );
}

/** Of outlines whose corners differ by less than a character of an MRZ, the first. */
function withoutTwins(outlines: readonly Quad[]): Quad[] {
  const kept: Quad[] = [];
  for (const outline of outlines) {
    const tolerance = TWINS * Math.max(...sideLengths(outline));
    const isTwin = (other: Quad) => outline.every((corner, index) => distance(corner, other[index]!) < tolerance);
    if (!kept.some(isTwin)) kept.push(outline);
  }
  return kept;
}

const TWINS = 0.02;

/** The largest four-cornered shape of a card's proportions whose sides were really seen comes first. */
function byClosedShapes(cv: Cv, picture: Picture): Quad[] {
  const { width, height } = picture;
  const copy = shrinkPicture({ data: picture.rgb, width, height }, 3, SEARCH_SIZE);
  return withMatrices((keep) => {
    const small = keep(cv.matFromArray(copy.height, copy.width, cv.CV_8UC3, copy.data));
    const grey = keep(new cv.Mat());
    cv.cvtColor(small, grey, cv.COLOR_RGB2GRAY);
    cv.GaussianBlur(grey, grey, new cv.Size(5, 5), 0);
    const block = keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(5, 5)));
    const mask = keep(new cv.Mat());

    const candidates: Candidate[] = [];
    const collect = () => candidates.push(...fourCornered(cv, mask, small.rows * small.cols));
    for (const [weak, strong] of [
      [15, 50],
      [40, 120],
      [80, 200],
    ] as const) {
      cv.Canny(grey, mask, weak, strong);
      cv.morphologyEx(mask, mask, cv.MORPH_CLOSE, block);
      collect();
    }
    cv.threshold(keep(saturation(cv, small)), mask, 0, 255, cv.THRESH_BINARY_INV | cv.THRESH_OTSU);
    cv.morphologyEx(mask, mask, cv.MORPH_OPEN, block);
    collect();
    for (const polarity of [cv.THRESH_BINARY, cv.THRESH_BINARY_INV]) {
      cv.threshold(grey, mask, 0, 255, polarity | cv.THRESH_OTSU);
      cv.morphologyEx(mask, mask, cv.MORPH_OPEN, block);
      collect();
    }
    const best = candidates.sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
    return best.map(({ quad }) => scaleQuad(quad, width / copy.width, height / copy.height));
  });
}

const MOST_CANDIDATES = 40;

interface Candidate {
  quad: Quad;
  score: number;
}

function fourCornered(cv: Cv, mask: Mat, pictureArea: number): Candidate[] {
  return withMatrices((keep) => {
    const contours = keep(new cv.MatVector());
    cv.findContours(mask, contours, keep(new cv.Mat()), cv.RETR_LIST, cv.CHAIN_APPROX_SIMPLE);
    const candidates: Candidate[] = [];
    for (let i = 0; i < contours.size(); i++) {
      const contour = keep(contours.get(i));
      const hull = keep(new cv.Mat());
      cv.convexHull(contour, hull);
      const hullArea = cv.contourArea(hull);
      if (hullArea < pictureArea * LEAST_COVERAGE || hullArea > pictureArea * MOST_COVERAGE) continue;
      const quad = cornersOf(cv, hull, keep);
      if (!quad) continue;
      const fit = hullArea / quad.area;
      const likelihood = cardLikelihood(quad.corners);
      if (likelihood === 0 || !within(fit, HULL_FIT)) continue;
      const traced = tracedShare(contour.data32S, quad.corners);
      candidates.push({
        quad: quad.corners,
        score: quad.area * likelihood * (1 - Math.abs(1 - fit)) * traced ** 2,
      });
    }
    return candidates;
  });
}

/** Points looked at on each side of a quad. */
const POINTS_A_SIDE = 24;
/** How far the edge may lie off the straight side, as a part of the way around: worn and bent edges are within. */
const OFF_SIDE = 0.008;

/**
 * Share of the four sides along which the edge was really seen, 0 to 1.
 *
 * A dark stripe of a table that touches a card belongs to the same contour, and the hull spans what lies between the two. It is larger than
 * the card, but has no edge along one of its sides. The share counts twice, because that side may add more area than a quarter.
 *
 * @param edge  x and y of the contour's corners, one after the other
 */
function tracedShare(edge: Int32Array, quad: Quad): number {
  const nearest = OFF_SIDE * sideLengths(quad).reduce((sum, length) => sum + length, 0);
  let traced = 0;
  for (const [side, [fromX, fromY]] of quad.entries()) {
    const [toX, toY] = quad[(side + 1) % 4]!;
    for (let i = 0; i < POINTS_A_SIDE; i++) {
      const part = (i + 0.5) / POINTS_A_SIDE;
      if (passesBy(edge, fromX + (toX - fromX) * part, fromY + (toY - fromY) * part, nearest)) traced++;
    }
  }
  return traced / (4 * POINTS_A_SIDE);
}

/** Whether a closed edge comes as near to a point as this. */
function passesBy(edge: Int32Array, x: number, y: number, nearest: number): boolean {
  let [fromX, fromY] = [edge[edge.length - 2]! - x, edge[edge.length - 1]! - y];
  for (let i = 0; i < edge.length; i += 2) {
    const [toX, toY] = [edge[i]! - x, edge[i + 1]! - y];
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const along = -(fromX * alongX + fromY * alongY) / (alongX * alongX + alongY * alongY || 1);
    const part = Math.min(1, Math.max(0, along));
    if (Math.hypot(fromX + part * alongX, fromY + part * alongY) <= nearest) return true;
    [fromX, fromY] = [toX, toY];
  }
  return false;
}

/** The hull as four corners, by the finest simplification that leaves four. */
function cornersOf(cv: Cv, hull: Mat, keep: (matrix: Mat) => Mat): { corners: Quad; area: number } | null {
  const perimeter = cv.arcLength(hull, true);
  for (const tolerance of [0.01, 0.02, 0.03, 0.05]) {
    const polygon = keep(new cv.Mat());
    cv.approxPolyDP(hull, polygon, tolerance * perimeter, true);
    if (polygon.rows !== 4) continue;
    const at = polygon.data32S;
    const corners = [0, 2, 4, 6].map((i): Point => [at[i]!, at[i + 1]!]);
    return { corners: orderCorners(corners), area: cv.contourArea(polygon) };
  }
  return null;
}

function saturation(cv: Cv, rgb: Mat): Mat {
  return withMatrices((keep) => {
    const hsv = keep(new cv.Mat());
    cv.cvtColor(rgb, hsv, cv.COLOR_RGB2HSV);
    const channels = keep(new cv.MatVector());
    cv.split(hsv, channels);
    return channels.get(1);
  });
}
