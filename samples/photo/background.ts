import sharp from 'sharp';
import type { Random } from '../random.ts';
import { type Raster, renderSvg } from './render.ts';

/** What lies under the document. */
export type BackgroundKind = 'plain' | 'textured' | 'cluttered';

/** What lies under the document: an even table, a grained one, or one with other things on it. */
export async function drawBackground(
  kind: BackgroundKind,
  width: number,
  height: number,
  random: Random,
): Promise<Raster> {
  const svg = { plain: plainTable, textured: grainedTable, cluttered: clutteredTable }[kind](random);
  const small = renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900">${svg}</svg>`, 960);
  const data = await sharp(small.data, { raw: { width: small.width, height: small.height, channels: 4 } })
    .removeAlpha()
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { channels: 3, data, width, height };
}

function plainTable(random: Random): string {
  return `<rect width="1600" height="900" fill="${colour(random, 45, 130)}"/>`;
}

function grainedTable(random: Random): string {
  const base = random.between(70, 120);
  const tone = (lift: number) =>
    `#${[1.15, 0.9, 0.68].map((part) => hex(Math.min(255, (base + lift) * part))).join('')}`;
  let svg = `<rect width="1600" height="900" fill="${tone(0)}"/>`;
  for (let grain = 0; grain < 120; grain++) {
    const y = random.between(-20, 920);
    svg += `<path d="M 0 ${y} C 500 ${y + random.between(-30, 30)}, 1100 ${y + random.between(-30, 30)}, 1600 ${y + random.between(-20, 20)}" fill="none" stroke="${tone(random.between(-28, 22))}" stroke-width="${random.between(1, 7).toFixed(1)}" opacity="0.6"/>`;
  }
  return svg;
}

function clutteredTable(random: Random): string {
  let svg = grainedTable(random);
  for (let thing = 0; thing < 22; thing++) {
    const [x, y] = [random.between(0, 1600), random.between(0, 900)];
    const turn = `rotate(${random.between(0, 360).toFixed(0)} ${x.toFixed(0)} ${y.toFixed(0)})`;
    const fill = colour(random, 30, 240);
    const kind = random.integer(0, 2);
    if (kind === 0) {
      svg += `<rect x="${x}" y="${y}" width="${random.between(60, 420)}" height="${random.between(30, 260)}" fill="${fill}" transform="${turn}"/>`;
    } else if (kind === 1) {
      svg += `<ellipse cx="${x}" cy="${y}" rx="${random.between(20, 150)}" ry="${random.between(20, 120)}" fill="${fill}" transform="${turn}"/>`;
    } else {
      const letter = Array.from({ length: 5 }, (_, line) => {
        const words = Array.from({ length: 6 }, () => 'x'.repeat(random.integer(2, 9))).join(' ');
        return `<text x="${x + 12}" y="${y + 26 + line * 24}" font-family="DejaVu Sans" font-size="17" fill="#222222">${words}</text>`;
      }).join('');
      svg += `<g transform="${turn}"><rect x="${x}" y="${y}" width="420" height="160" fill="#f6f4ee"/>${letter}</g>`;
    }
  }
  return svg;
}

function colour(random: Random, low: number, high: number): string {
  return `#${[0, 1, 2].map(() => hex(random.between(low, high))).join('')}`;
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0');
}
