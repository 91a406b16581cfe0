import type { Picture } from '../image/decode.ts';
import { boxAround, mapQuad, pointInQuad } from '../image/quad.ts';
import type { RectifiedDocument } from '../image/rectify.ts';
import { mean, quantile, round } from '../image/statistics.ts';
import type { ColourReading } from '../readings/authenticity.ts';
import type { Quad } from '../readings/quad.ts';

/** Tiles across the document: large enough that noise and the coding of colour average out. */
const TILES_ACROSS = 50;
/** Outermost part of the document that is left out: edges of the cut, and fingers that hold it. */
const MARGIN = 0.05;
/** Darker tiles have no hue that can be measured, in brighter ones a channel is clipped. Mean of a channel, 0 to 255. */
const [LEAST, MOST] = [45, 246];
const FEWEST_TILES = 100;

/**
 * @param quad  where the flat document lies in the picture, in its pixels
 * @param face  of the portrait, in pixels of the flat document; null where none was found
 */
export function measureColour(flat: RectifiedDocument, picture: Picture, quad: Quad, face: Quad | null): ColourReading {
  const tiles = tilesOf(flat);
  return {
    spread: hueSpread(tiles),
    printSpread: printSpread(tiles),
    portraitHue:
      face &&
      portraitHue(
        tiles,
        mapQuad(face, ([x, y]) => [x / flat.width, y / flat.height]),
      ),
    sheetFraction: sheetAround(picture, quad, tiles),
  };
}

interface Tile {
  /** Place in the document, fractions. */
  x: number;
  y: number;
  red: number;
  green: number;
  blue: number;
  luma: number;
}

function tilesOf({ rgb, grey, width, height }: RectifiedDocument): Tile[] {
  const size = Math.floor(width / TILES_ACROSS);
  const tiles: Tile[] = [];
  for (let top = Math.round(height * MARGIN); top + size <= height * (1 - MARGIN); top += size) {
    for (let left = Math.round(width * MARGIN); left + size <= width * (1 - MARGIN); left += size)
      tiles.push(tileAt(rgb, grey, width, height, left, top, size));
  }
  return tiles;
}

function tileAt(
  rgb: Uint8Array,
  grey: Uint8Array,
  width: number,
  height: number,
  left: number,
  top: number,
  size: number,
): Tile {
  const sums = [0, 0, 0, 0];
  for (let y = top; y < top + size; y++) {
    for (let i = y * width + left; i < y * width + left + size; i++) {
      for (let channel = 0; channel < 3; channel++) sums[channel]! += rgb[3 * i + channel]!;
      sums[3]! += grey[i]!;
    }
  }
  const [red, green, blue, luma] = sums.map((sum) => sum / (size * size)) as [number, number, number, number];
  return { x: (left + size / 2) / width, y: (top + size / 2) / height, red, green, blue, luma };
}

/**
 * The 90th percentile of how far the hue of a tile lies from what the light makes of grey there, as logarithms of red and blue over
 * green. Light may change over the document, so it is a plane that is fitted.
 */
function hueSpread(tiles: readonly Tile[]): number | null {
  const coloured = tiles.filter(
    ({ red, green, blue }) => Math.min(red, green, blue) > LEAST && Math.max(red, green, blue) < MOST,
  );
  if (coloured.length < FEWEST_TILES) return null;
  const reds = residuals(coloured, ({ red, green }) => Math.log(red / green));
  const blues = residuals(coloured, ({ blue, green }) => Math.log(blue / green));
  const distances = reds.map((red, i) => Math.hypot(red, blues[i]!));
  return round(quantile(distances, 0.9), 4);
}

/** Tiles whose darkest channel is darker have the hue of the camera's noise. */
const LEAST_OF_PRINT = 70;
/** Half the width and height of what is around a tile, in parts of the document's: lamps change little over it. */
const AROUND = { x: 0.09, y: 0.135 } as const;

function printSpread(tiles: readonly Tile[]): number | null {
  const clear = tiles.filter(
    ({ red, green, blue }) => Math.min(red, green, blue) > LEAST_OF_PRINT && Math.max(red, green, blue) < MOST,
  );
  if (clear.length < FEWEST_TILES) return null;
  const distances = clear.map((tile) => {
    const near = clear.filter(({ x, y }) => Math.abs(x - tile.x) < AROUND.x && Math.abs(y - tile.y) < AROUND.y);
    return hueDistance(hueOf([tile]), hueOf(near));
  });
  return round(quantile(distances, 0.9), 4);
}

/** Parts of the face's size: its middle is skin, and what lies farther off on all sides is page. */
const SKIN = 0.3;
const PAGE = { from: { x: 0.75, y: 0.9 }, to: 1.6 } as const;
const FEWEST_OF_PORTRAIT = 3;

function portraitHue(tiles: readonly Tile[], face: Quad): number | null {
  const { left, right, top, bottom } = boxAround(face);
  const [width, height] = [right - left, bottom - top];
  const off = ({ x, y }: Tile) =>
    [Math.abs(x - (left + right) / 2) / width, Math.abs(y - (top + bottom) / 2) / height] as const;
  const clear = tiles.filter(
    ({ red, green, blue }) => Math.min(red, green, blue) > LEAST && Math.max(red, green, blue) < MOST,
  );
  const skin = clear.filter((tile) => off(tile).every((part) => part < SKIN));
  const page = clear.filter((tile) => {
    const [x, y] = off(tile);
    return (x > PAGE.from.x || y > PAGE.from.y) && x < PAGE.to && y < PAGE.to;
  });
  if (Math.min(skin.length, page.length) < FEWEST_OF_PORTRAIT) return null;
  return round(hueDistance(hueOf(skin), hueOf(page)), 4);
}

/** The middle hue of some tiles, as logarithms of red and blue over green. */
function hueOf(tiles: readonly Tile[]): readonly [number, number] {
  const middle = (of: (tile: Tile) => number) => quantile(Float64Array.from(tiles, of), 0.5);
  return [middle(({ red, green }) => Math.log(red / green)), middle(({ blue, green }) => Math.log(blue / green))];
}

function hueDistance([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  return Math.hypot(a - c, b - d);
}

/** What is left of a measure of the tiles when the plane that fits it best (least squares) is taken off. */
function residuals(tiles: readonly Tile[], measure: (tile: Tile) => number): number[] {
  const values = tiles.map(measure);
  const meanOf = (of: (tile: Tile, i: number) => number) => mean(tiles.map(of));
  const [mx, my, mv] = [meanOf(({ x }) => x), meanOf(({ y }) => y), mean(values)];
  const xx = meanOf(({ x }) => (x - mx) ** 2);
  const yy = meanOf(({ y }) => (y - my) ** 2);
  const xy = meanOf(({ x, y }) => (x - mx) * (y - my));
  const xv = meanOf(({ x }, i) => (x - mx) * (values[i]! - mv));
  const yv = meanOf(({ y }, i) => (y - my) * (values[i]! - mv));
  const determinant = xx * yy - xy * xy || 1;
  const [a, b] = [(xv * yy - yv * xy) / determinant, (yv * xx - xv * xy) / determinant];
  return tiles.map(({ x, y }, i) => values[i]! - mv - a * (x - mx) - b * (y - my));
}

/** How far outside the document is looked, in parts of its width and height, and how many places on each side. */
const BEYOND = [0.035, 0.06] as const;
const PLACES = 24;
/** How much darker than the document's own paper, and how unlike it in hue, a sheet may be. */
const SHEET = { leastLuma: 0.82, mostLuma: 1.3, hue: 0.06 } as const;

/** White around a white document: a sheet that was not cut, where an original lies on a table. */
function sheetAround({ rgb, width, height }: Picture, quad: Quad, tiles: readonly Tile[]): number | null {
  const paper = paperOf(tiles);
  if (!paper) return null;
  let seen = 0;
  let white = 0;
  for (const beyond of BEYOND) {
    for (let place = 0; place < 4 * PLACES; place++) {
      const along = (place % PLACES) / (PLACES - 1);
      const [u, v] = [
        [along, -beyond],
        [1 + beyond, along],
        [along, 1 + beyond],
        [-beyond, along],
      ][Math.floor(place / PLACES)]!;
      const [x, y] = pointInQuad(quad, u!, v!).map(Math.round) as [number, number];
      if (x < 2 || y < 2 || x >= width - 2 || y >= height - 2) continue;
      seen++;
      if (isSheet(meanAround(rgb, width, x, y), paper)) white++;
    }
  }
  return seen < PLACES ? null : round(white / seen, 3);
}

interface Shade {
  red: number;
  green: number;
  blue: number;
}

/** The brighter even tiles: what nothing is printed on. */
function paperOf(tiles: readonly Tile[]): Shade | null {
  const bright = [...tiles].sort((a, b) => b.luma - a.luma);
  return bright[Math.floor(bright.length * 0.15)] ?? null;
}

function meanAround(rgb: Uint8Array, width: number, x: number, y: number): Shade {
  const sums = [0, 0, 0];
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++)
      for (let channel = 0; channel < 3; channel++) sums[channel]! += rgb[3 * ((y + dy) * width + x + dx) + channel]!;
  return { red: sums[0]! / 25, green: sums[1]! / 25, blue: sums[2]! / 25 };
}

function isSheet(shade: Shade, paper: Shade): boolean {
  const brightness = shade.green / Math.max(1, paper.green);
  const hue = Math.hypot(
    Math.log((shade.red / shade.green) * (paper.green / paper.red)),
    Math.log((shade.blue / shade.green) * (paper.green / paper.blue)),
  );
  return brightness >= SHEET.leastLuma && brightness <= SHEET.mostLuma && hue < SHEET.hue;
}
