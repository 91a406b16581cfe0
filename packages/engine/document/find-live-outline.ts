import { shrinkToBoxes } from '../image/downscale.ts';
import { toLuma } from '../image/luma.ts';
import type { GreyImage, Pixels } from '../image/pixels.ts';
import { distance, mapQuad, orderCorners, quadArea } from '../image/quad.ts';
import type { Point, Quad } from '../readings/quad.ts';
import { cardLikelihood, LEAST_COVERAGE, MOST_COVERAGE } from './outline-rules.ts';

/** Longer side at which outlines are sought: texture disappears, and a phone has time for it. */
export const LIVE_SEARCH_SIZE = 320;

/** Angles are told apart by two degrees, distances by two pixels. */
const ANGLES = 90;
const RHO_STEP = 2;
/** A brightness step of so many grey levels, as the Sobel operator weighs it, is an edge; fainter ones are noise. */
const LEAST_EDGE = 40;
/** At most this part of all pixels are edges: in a busy picture only the strongest count. */
const MOST_EDGES = 0.12;
const MOST_LINES = 18;
/** A line has at least so many edge pixels, as a part of the picture's shorter side. */
const LEAST_LINE = 0.14;
/** Sides that face each other differ by at most so much, neighbouring sides by at least so much, in radians. */
const OPPOSITE = 0.45;
const NEIGHBOURS = 1.05;
/** Which part of each side, and of all four together, must lie on edges: a finger or a reflection may hide the rest. */
const LEAST_SIDE = 0.45;
const LEAST_OUTLINE = 0.66;

/**
 * The likeliest outline of a card or page in a live picture, in pixels of it; null when none stands out. Good enough to guide a
 * hand: the server looks again with more care, `findOutlines`.
 */
export function findLiveOutline(grey: GreyImage): Quad | null {
  return findStraightOutlines(grey, 1)[0] ?? null;
}

/**
 * What may be the outline of a card or page, in pixels, the likeliest first.
 *
 * Straight edges are found by a Hough transform in which each pixel votes only for the direction that its gradient has, and
 * put together to four-cornered shapes of a card's proportions. Of those the largest whose sides lie on edges win.
 */
export function findStraightOutlines(grey: GreyImage, most: number): Quad[] {
  const edges = findEdges(grey);
  const opposite = pairs(findLines(edges), (angle) => angle <= OPPOSITE);
  const best: Outline[] = [];
  for (const [i, [a, c]] of opposite.entries()) {
    for (const [b, d] of opposite.slice(i + 1)) {
      if (angleBetween(a, b) < NEIGHBOURS) continue;
      const better = judge(edges, [a, b, c, d], best.length < most ? 0 : best.at(-1)!.score);
      if (!better) continue;
      best.push(better);
      best.sort((one, other) => other.score - one.score).splice(most);
    }
  }
  return best.map(({ quad }) => refine(edges, quad));
}

/** The picture in grey at the size at which outlines are sought. Every pixel counts. */
export function shrinkPixels(pixels: Pixels): GreyImage {
  return shrinkGrey(toLuma(pixels), LIVE_SEARCH_SIZE);
}

/** @param longSide  in pixels; a smaller picture keeps its size */
export function shrinkGrey(image: GreyImage, longSide: number): GreyImage {
  const { width, height } = image;
  const scale = Math.min(1, longSide / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return shrinkToBoxes(image, size, 'down');
}

interface Edges {
  width: number;
  height: number;
  /** 0 where there is no edge, else 1 and the number of its direction, 0 to `ANGLES`. */
  direction: Uint8Array;
  points: Int32Array;
}

/** Squared; what lies below is rounded to less than the faintest edge. */
const FAINT = (LEAST_EDGE - 0.5) ** 2;

function findEdges({ data, width, height }: GreyImage): Edges {
  const gradient = new Int32Array(width * height);
  const counts = new Uint32Array(1024);
  const across = (i: number) =>
    data[i - width + 1]! +
    2 * data[i + 1]! +
    data[i + width + 1]! -
    data[i - width - 1]! -
    2 * data[i - 1]! -
    data[i + width - 1]!;
  const down = (i: number) =>
    data[i + width - 1]! +
    2 * data[i + width]! +
    data[i + width + 1]! -
    data[i - width - 1]! -
    2 * data[i - width]! -
    data[i - width + 1]!;
  for (let y = 1; y < height - 1; y++) {
    const end = (y + 1) * width - 1;
    for (let i = y * width + 1; i < end; i++) {
      const gx = across(i);
      const gy = down(i);
      const squared = gx * gx + gy * gy;
      if (squared < FAINT) continue;
      const strength = Math.round(Math.sqrt(squared));
      gradient[i] = strength;
      counts[Math.min(1023, strength)]!++;
    }
  }
  let strongest = 1023;
  for (let seen = 0; strongest > LEAST_EDGE; strongest--) {
    seen += counts[strongest]!;
    if (seen > MOST_EDGES * width * height) break;
  }
  const direction = new Uint8Array(width * height);
  const points: number[] = [];
  for (let y = 2; y < height - 2; y++) {
    const end = (y + 1) * width - 2;
    for (let i = y * width + 2; i < end; i++) {
      const strength = gradient[i]!;
      if (strength < strongest) continue;
      const turn = Math.atan2(down(i), across(i));
      const k = Math.floor(((turn < 0 ? turn + Math.PI : turn) / Math.PI) * ANGLES) % ANGLES;
      // Only the crest of an edge: along its gradient it is the strongest.
      const angle = ((k + 0.5) * Math.PI) / ANGLES;
      const step = Math.round(Math.cos(angle)) + Math.round(Math.sin(angle)) * width;
      if (gradient[i - step]! > strength || gradient[i + step]! >= strength) continue;
      direction[i] = k + 1;
      points.push(i);
    }
  }
  return { width, height, direction, points: Int32Array.from(points) };
}

/** All points for which x cos + y sin is rho. */
interface Line {
  angle: number;
  cosine: number;
  sine: number;
  rho: number;
}

const COSINES = Float64Array.from({ length: ANGLES }, (_, k) => Math.cos(((k + 0.5) * Math.PI) / ANGLES));
const SINES = Float64Array.from({ length: ANGLES }, (_, k) => Math.sin(((k + 0.5) * Math.PI) / ANGLES));

function findLines({ width, height, direction, points }: Edges): Line[] {
  const reach = Math.ceil(Math.hypot(width, height) / RHO_STEP) + 2;
  const across = 2 * reach + 1;
  const votes = new Uint16Array(ANGLES * across);
  for (const i of points) {
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let turn = -2; turn <= 2; turn++) {
      const k = (direction[i]! - 1 + turn + ANGLES) % ANGLES;
      const rho = Math.round((x * COSINES[k]! + y * SINES[k]!) / RHO_STEP) + reach;
      votes[k * across + rho]! += 2;
      votes[k * across + rho - 1]!++;
      votes[k * across + rho + 1]!++;
    }
  }
  const least = 2 * LEAST_LINE * Math.min(width, height);
  const lines: Line[] = [];
  const peaks: { k: number; rho: number; count: number }[] = [];
  for (let k = 0; k < ANGLES; k++)
    for (let rho = 1; rho < across - 1; rho++) {
      const count = votes[k * across + rho]!;
      if (count >= least && count >= votes[k * across + rho - 1]! && count > votes[k * across + rho + 1]!)
        peaks.push({ k, rho, count });
    }
  for (const { k, rho } of peaks.sort((a, b) => b.count - a.count)) {
    const line = {
      angle: ((k + 0.5) * Math.PI) / ANGLES,
      cosine: COSINES[k]!,
      sine: SINES[k]!,
      rho: (rho - reach) * RHO_STEP,
    };
    if (lines.some((other) => isSame(line, other))) continue;
    lines.push(line);
    if (lines.length === MOST_LINES) break;
  }
  return lines;
}

function isSame(a: Line, b: Line): boolean {
  // Half a turn on, the same line has the opposite sign.
  const flipped = Math.abs(a.angle - b.angle) > Math.PI / 2;
  return angleBetween(a, b) < 0.12 && Math.abs(a.rho - (flipped ? -b.rho : b.rho)) < 7;
}

function angleBetween(a: Line, b: Line): number {
  const turn = Math.abs(a.angle - b.angle);
  return Math.min(turn, Math.PI - turn);
}

function pairs(lines: readonly Line[], fits: (angle: number) => boolean): [Line, Line][] {
  return lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b): [Line, Line][] => (fits(angleBetween(a, b)) ? [[a, b]] : [])),
  );
}

function crossing(a: Line, b: Line): Point | null {
  const determinant = a.cosine * b.sine - a.sine * b.cosine;
  if (Math.abs(determinant) < 1e-6) return null;
  return [(a.rho * b.sine - b.rho * a.sine) / determinant, (a.cosine * b.rho - b.cosine * a.rho) / determinant];
}

interface Outline {
  quad: Quad;
  score: number;
}

/** How far, as a part of the picture, a corner may lie beyond its edge. */
const BEYOND = 0.03;

/** @param least  a shape that cannot score more is not looked at any further */
function judge(edges: Edges, [a, b, c, d]: readonly [Line, Line, Line, Line], least: number): Outline | null {
  const { width, height } = edges;
  const corners = [crossing(a, b), crossing(b, c), crossing(c, d), crossing(d, a)];
  for (const corner of corners) {
    if (!corner) return null;
    const [x, y] = corner;
    if (x < -BEYOND * width || x > (1 + BEYOND) * width || y < -BEYOND * height || y > (1 + BEYOND) * height)
      return null;
  }
  const quad = orderCorners(corners as Point[]);
  const coverage = quadArea(quad) / (width * height);
  if (coverage < LEAST_COVERAGE || coverage > MOST_COVERAGE) return null;
  const likelihood = cardLikelihood(quad);
  const scoreOf = (support: number) => likelihood * support ** 2 * Math.sqrt(coverage);
  if (scoreOf(1) <= least) return null;
  let sum = 0;
  for (let side = 0; side < 4; side++) {
    const support = supportOf(edges, quad[side]!, quad[(side + 1) % 4]!);
    if (support < LEAST_SIDE) return null;
    sum += support;
  }
  const support = sum / 4;
  const score = scoreOf(support);
  return support < LEAST_OUTLINE || score <= least ? null : { quad, score };
}

/** Which part of a side lies on edges that run along it. Corners are rounded, so the ends do not count. */
function supportOf({ width, height, direction }: Edges, [x0, y0]: Point, [x1, y1]: Point): number {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const steps = Math.max(8, Math.round(length / 2));
  const [normalX, normalY] = [(y1 - y0) / length, (x0 - x1) / length];
  const angle = Math.atan2(normalY, normalX);
  const wanted = Math.floor(((angle < 0 ? angle + Math.PI : angle) / Math.PI) * ANGLES) % ANGLES;
  let on = 0;
  let counted = 0;
  for (let step = 0; step < steps; step++) {
    const along = 0.06 + (0.88 * (step + 0.5)) / steps;
    const [x, y] = [x0 + along * (x1 - x0), y0 + along * (y1 - y0)];
    counted++;
    for (let off = -2; off <= 2; off++) {
      const column = Math.round(x + off * normalX);
      const row = Math.round(y + off * normalY);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const found = direction[row * width + column]!;
      if (found === 0) continue;
      const turn = Math.abs(found - 1 - wanted);
      if (Math.min(turn, ANGLES - turn) <= 6) {
        on++;
        break;
      }
    }
  }
  return on / counted;
}

/** Lays each side through the edge pixels along it, which are finer than the cells of the transform. */
function refine(edges: Edges, quad: Quad): Quad {
  const sides = quad.map((corner, side) => fitSide(edges, corner, quad[(side + 1) % 4]!));
  const corners = mapQuad(quad, (corner, i) => crossing(sides[(i + 3) % 4]!, sides[i]!) ?? corner);
  return corners.every((corner, i) => distance(corner, quad[i]!) < 8) ? corners : quad;
}

function fitSide({ width, height, direction }: Edges, [x0, y0]: Point, [x1, y1]: Point): Line {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [normalX, normalY] = [(y1 - y0) / length, (x0 - x1) / length];
  const near: Point[] = [];
  for (let step = 0; step < length; step++) {
    const along = 0.06 + (0.88 * step) / length;
    for (let off = -3; off <= 3; off++) {
      const column = Math.round(x0 + along * (x1 - x0) + off * normalX);
      const row = Math.round(y0 + along * (y1 - y0) + off * normalY);
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if (direction[row * width + column]) near.push([column, row]);
    }
  }
  const straight = (nx: number, ny: number, rho: number): Line => ({
    angle: Math.atan2(ny, nx),
    cosine: nx,
    sine: ny,
    rho,
  });
  if (near.length < 8) return straight(normalX, normalY, x0 * normalX + y0 * normalY);
  // Offset from the side as found, as a straight function of the place along it: least squares.
  let [n, st, so, stt, sto] = [0, 0, 0, 0, 0];
  for (const [x, y] of near) {
    const t = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length;
    const off = (x - x0) * normalX + (y - y0) * normalY;
    n++;
    st += t;
    so += off;
    stt += t * t;
    sto += t * off;
  }
  const slope = (n * sto - st * so) / Math.max(1e-6, n * stt - st * st);
  const offset = (so - slope * st) / n;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const size = Math.hypot(1, slope);
  const [nx, ny] = [(normalX - slope * ux) / size, (normalY - slope * uy) / size];
  return straight(nx, ny, (x0 + offset * normalX) * nx + (y0 + offset * normalY) * ny);
}
