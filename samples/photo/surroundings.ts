import type { Random } from '../random.ts';
import { type Raster, renderSvg } from './render.ts';

/** Something that reaches beyond the document and lies under it; margins are fractions of the document's width and height. */
export interface Surroundings {
  raster: Raster;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type SurroundingsKind = 'device' | 'sheet' | 'folder';

/** The frame of a tablet with its picture viewer, the white of a sheet that was not cut, or a dark folder on which a document was laid by hand. */
export function drawSurroundings(
  kind: SurroundingsKind,
  document: { width: number; height: number },
  random: Random,
): Surroundings {
  const margin = MARGINS[kind];
  const width = document.width * (1 + margin.left + margin.right);
  const height = document.height * (1 + margin.top + margin.bottom);
  const svg = DRAWN[kind](width, height, random);
  const drawn = renderSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${svg}</svg>`,
    Math.min(1400, Math.round(width)),
  );
  return { raster: drawn, ...margin };
}

const MARGINS = {
  device: { left: 0.09, right: 0.09, top: 0.13, bottom: 0.13 },
  sheet: { left: 0.14, right: 0.2, top: 0.16, bottom: 0.3 },
  folder: { left: 0.3, right: 0.3, top: 0.3, bottom: 0.3 },
} as const;

const DRAWN: Record<SurroundingsKind, (width: number, height: number, random: Random) => string> = {
  device,
  sheet,
  folder,
};

/** Nobody lays it down quite straight, and seldom in the middle. */
function folder(width: number, height: number, random: Random): string {
  const degrees = random.between(1, 9) * (random.chance(0.5) ? 1 : -1);
  const [across, down] = [width * random.between(0.76, 0.86), height * random.between(0.78, 0.88)];
  const [x, y] = [(width - across) * random.between(0.4, 0.6), (height - down) * random.between(0.4, 0.6)];
  return `<rect x="${x}" y="${y}" width="${across}" height="${down}" transform="rotate(${degrees} ${width / 2} ${height / 2})" fill="#23262e"/>`;
}

function device(width: number, height: number): string {
  const bezel = width * 0.032;
  return `<rect width="${width}" height="${height}" rx="${width * 0.028}" fill="#15161a"/>
    <rect x="${bezel}" y="${bezel}" width="${width - 2 * bezel}" height="${height - 2 * bezel}" fill="#3b3e46"/>
    <rect x="${bezel}" y="${bezel}" width="${width - 2 * bezel}" height="${height * 0.03}" fill="#55585f"/>
    <circle cx="${width / 2}" cy="${bezel / 2}" r="${bezel * 0.16}" fill="#2d3a4a"/>`;
}

function sheet(width: number, height: number): string {
  return `<rect width="${width}" height="${height}" fill="#f4f3ef"/>
    <path d="M 0 ${height * 0.93} L ${width} ${height * 0.9} L ${width} ${height} L 0 ${height} Z" fill="#e9e8e3"/>`;
}
