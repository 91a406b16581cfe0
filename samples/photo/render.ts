import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** A picture in memory: rows of pixels, RGB or RGBA. */
export interface Raster {
  channels: 3 | 4;
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Draws SVG at the given width in pixels, with our own font files only, so that every machine draws the same.
 * The renderer takes `hsl()` with decimals for black: write colours as `#rrggbb`.
 */
export function renderSvg(svg: string, width: number): Raster {
  const rendered = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: fontFiles(svg), loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  }).render();
  return { channels: 4, data: rendered.pixels, width: rendered.width, height: rendered.height };
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Read only where a drawing names them: types of those who print a value anew. */
const RARE_FONTS = [
  ['DejaVu Serif', 'DejaVuSerif-Bold.ttf'],
  ['DejaVu Sans Mono', 'DejaVuSansMono-Bold.ttf'],
  ['font-style="oblique"', 'DejaVuSans-BoldOblique.ttf'],
  ['font-stretch="condensed"', 'DejaVuSansCondensed-Bold.ttf'],
] as const;

function fontFiles(svg: string): string[] {
  const dejaVu = path.join(
    path.dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
    'ttf',
  );
  return [
    path.join(ocrBFolder(), 'OCRB.otf'),
    path.join(dejaVu, 'DejaVuSans.ttf'),
    path.join(dejaVu, 'DejaVuSans-Bold.ttf'),
    path.join(dejaVu, 'DejaVuSansCondensed.ttf'),
    ...RARE_FONTS.flatMap(([name, file]) => (svg.includes(name) ? [path.join(dejaVu, file)] : [])),
  ];
}

/** In the sources this file is one folder below the root; bundled into `dist/`, it is as well. */
function ocrBFolder(): string {
  return fileURLToPath(new URL('../../packages/engine/fonts', import.meta.url));
}
