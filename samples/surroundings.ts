import { type Raster, renderSvg } from './render.ts';

/** Something that reaches beyond the document and lies under it; margins are fractions of the document's width and height. */
export interface Surroundings {
  raster: Raster;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The frame of a tablet with its picture viewer, or the white of a sheet that was not cut. */
export function drawSurroundings(kind: 'device' | 'sheet', document: { width: number; height: number }): Surroundings {
  const margin = kind === 'device' ? DEVICE : SHEET;
  const width = document.width * (1 + margin.left + margin.right);
  const height = document.height * (1 + margin.top + margin.bottom);
  const svg = kind === 'device' ? device(width, height) : sheet(width, height);
  const drawn = renderSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${svg}</svg>`,
    Math.min(1400, Math.round(width)),
  );
  return { raster: drawn, ...margin };
}

const DEVICE = { left: 0.09, right: 0.09, top: 0.13, bottom: 0.13 };
const SHEET = { left: 0.14, right: 0.2, top: 0.16, bottom: 0.3 };

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
