import { valueBetween } from '@reident/engine/bilinear';
import type { Random } from '../random.ts';
import { type BackgroundKind, drawBackground } from './background.ts';
import { type CameraSpec, exposeFilm, forEachPixel, shine } from './camera.ts';
import {
  type Homography,
  homographyBetween,
  homographyCoefficients,
  mapQuad,
  type Point,
  type Quad,
  quadOfBox,
} from './geometry.ts';
import type { Raster } from './render.ts';
import type { Surroundings } from './surroundings.ts';

/** How a picture of a document was taken. */
export interface PhotoSpec extends CameraSpec {
  width: number;
  height: number;
  background: BackgroundKind;
  /** Clockwise; 90, 180 and 270 are the quarter turns of a phone held otherwise. */
  rotationDegrees: number;
  /** Up to which part of its size a corner is displaced, 0 for a flat scan. */
  perspective: number;
  /** Degrees by which the document is tilted about its upright and its level axis, seen from two and a half widths away. */
  tilt: { x: number; y: number };
  /** How far the document lies from where it was aimed at, in fractions of the picture; enough of it leaves the picture. */
  shift: { x: number; y: number };
  /** The picture shows the document as a mirror does, as some apps store what the front camera sees. */
  mirrored?: boolean;
  /** Which part of the picture the document fills, in the tighter direction. */
  coverage: number;
  /** Reflections; place and radius are fractions of the document's width and height. */
  glare: readonly { x: number; y: number; radius: number }[];
  /** Fingers lying over the document; the tip's place in the same fractions. */
  fingers: readonly { x: number; y: number }[];
}

export const CLEAN_PHOTO: PhotoSpec = {
  width: 1920,
  height: 1080,
  background: 'plain',
  rotationDegrees: 0,
  perspective: 0.02,
  tilt: { x: 0, y: 0 },
  shift: { x: 0, y: 0 },
  coverage: 0.84,
  lightFallOff: 0.1,
  exposure: 1,
  defocusPixels: 0.6,
  motionPixels: 0,
  noise: 2,
  glare: [],
  fingers: [],
  jpegQuality: 90,
};

export interface Photo {
  jpeg: Buffer;
  width: number;
  height: number;
  /** Where the document's corners are, in the order of `Quad`. */
  quad: Quad;
  /** From fractions of the document's sides to pixels. */
  place: Homography;
}

/** Lays the drawn document on a background, with what lies around it, and takes its picture. */
export async function takePhoto(
  document: Raster,
  spec: PhotoSpec,
  random: Random,
  around: Surroundings | null = null,
): Promise<Photo> {
  const { width, height } = spec;
  const quad = placeDocument(document, spec, random.fork('place'));
  const place = homographyBetween(quadOfBox({ x: 0, y: 0, width: 1, height: 1 }), quad);
  const canvas = await drawBackground(spec.background, width, height, random.fork('background'));
  if (around) layOnto(canvas, around.raster, mapQuad(beyondDocument(around), place));
  layOnto(canvas, document, quad);
  for (const finger of spec.fingers) occludeWithFinger(canvas, place(finger.x, finger.y), quad);
  shine(canvas, spec, random.fork('light'));
  for (const { x, y, radius } of spec.glare) reflect(canvas, place(x, y), radius * distance(quad[0], quad[1]));
  const jpeg = await exposeFilm(canvas, spec, random);
  return { jpeg, width, height, quad, place };
}

function placeDocument(document: Raster, spec: PhotoSpec, random: Random): Quad {
  const angle = (spec.rotationDegrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const spanX = document.width * Math.abs(cosine) + document.height * Math.abs(sine);
  const spanY = document.width * Math.abs(sine) + document.height * Math.abs(cosine);
  const scale = spec.coverage * Math.min(spec.width / spanX, spec.height / spanY);
  const [halfX, halfY] = [(document.width * scale) / 2, (document.height * scale) / 2];
  const slack = (1 - spec.coverage) * 0.3;
  const centre = {
    x: spec.width * (0.5 + random.between(-slack, slack) * 0.5 + spec.shift.x),
    y: spec.height * (0.5 + random.between(-slack, slack) * 0.5 + spec.shift.y),
  };
  const corner = (signX: number, signY: number): Point => {
    const flatX = signX * halfX * (1 - random.next() * spec.perspective);
    const flatY = signY * halfY * (1 - random.next() * spec.perspective);
    const { x, y } = tilted(flatX, flatY, spec.tilt, halfX * 5);
    const across = centre.x + x * cosine - y * sine;
    return { x: spec.mirrored ? spec.width - across : across, y: centre.y + x * sine + y * cosine };
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Where a point of the plane is seen after the plane was tilted, from `distance` away. */
function tilted(x: number, y: number, tilt: PhotoSpec['tilt'], distance: number): Point {
  const [aboutUpright, aboutLevel] = [(tilt.x * Math.PI) / 180, (tilt.y * Math.PI) / 180];
  const depth = x * Math.sin(aboutUpright) + y * Math.sin(aboutLevel);
  const nearer = distance / (distance + depth);
  return { x: x * Math.cos(aboutUpright) * nearer, y: y * Math.cos(aboutLevel) * nearer };
}

function beyondDocument({ left, top, right, bottom }: Surroundings): Quad {
  return quadOfBox({ x: -left, y: -top, width: 1 + left + right, height: 1 + top + bottom });
}

/** Draws the document into the canvas, its transparent corners left out. */
function layOnto(canvas: Raster, document: Raster, quad: Quad): void {
  const source = quadOfBox({ x: 0, y: 0, width: document.width - 1, height: document.height - 1 });
  const [a, b, c, d, e, f, g, h] = homographyCoefficients(quad, source);
  const left = Math.max(0, Math.floor(Math.min(...quad.map(({ x }) => x))));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(...quad.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...quad.map(({ y }) => y))));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(...quad.map(({ y }) => y))));
  const { data: ink, width: inkWidth, height: inkHeight } = document;
  const stride = inkWidth * 4;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const depth = g * x + h * y + 1;
      const sourceX = (a * x + b * y + c) / depth;
      const sourceY = (d * x + e * y + f) / depth;
      if (sourceX < 0 || sourceY < 0 || sourceX >= inkWidth - 1 || sourceY >= inkHeight - 1) continue;
      const column = Math.floor(sourceX);
      const row = Math.floor(sourceY);
      const [right_, below] = [sourceX - column, sourceY - row];
      const from = row * stride + column * 4;
      const to = (y * canvas.width + x) * 3;
      const opacity = valueBetween(ink, from + 3, 4, stride, right_, below) / 255;
      for (let channel = 0; channel < 3; channel++) {
        const colour = valueBetween(ink, from + channel, 4, stride, right_, below);
        canvas.data[to + channel] = colour * opacity + canvas.data[to + channel]! * (1 - opacity);
      }
    }
  }
}

/** A fingertip that reaches in from below the document. */
function occludeWithFinger(canvas: Raster, tip: Point, quad: Quad): void {
  const thickness = distance(quad[0], quad[1]) * 0.095;
  const down = { x: quad[3].x - quad[0].x, y: quad[3].y - quad[0].y };
  const length = Math.hypot(down.x, down.y);
  const axis = { x: down.x / length, y: down.y / length };
  forEachPixel(canvas, (x, y, at) => {
    const along = Math.max(0, (x - tip.x) * axis.x + (y - tip.y) * axis.y);
    const away = Math.hypot(x - tip.x - along * axis.x, y - tip.y - along * axis.y) / thickness;
    if (away > 1) return;
    const shade = 1 - 0.35 * away * away;
    canvas.data[at] = 221 * shade;
    canvas.data[at + 1] = 164 * shade;
    canvas.data[at + 2] = 138 * shade;
  });
}

function reflect(canvas: Raster, centre: Point, radius: number): void {
  forEachPixel(canvas, (x, y, at) => {
    const away = Math.hypot(x - centre.x, y - centre.y) / radius;
    if (away > 2.2) return;
    const strength = 420 * Math.exp(-2.2 * away * away);
    for (let channel = 0; channel < 3; channel++) {
      canvas.data[at + channel] = Math.min(255, canvas.data[at + channel]! + strength);
    }
  });
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
