import sharp from 'sharp';
import type { Box } from '../photo/geometry.ts';
import type { Raster } from '../photo/render.ts';
import type { Random } from '../random.ts';

/**
 * What remains of a picture that was put into another one: it was compressed before, at another size, so that its noise,
 * sharpness and blocks are not those of what surrounds it.
 *
 * @param box  in fractions of the raster
 */
export async function pasteOver(document: Raster, box: Box, random: Random): Promise<Raster> {
  const left = Math.max(0, Math.round(box.x * document.width));
  const top = Math.max(0, Math.round(box.y * document.height));
  const width = Math.min(document.width - left, Math.round(box.width * document.width));
  const height = Math.min(document.height - top, Math.round(box.height * document.height));
  const raw = { width: document.width, height: document.height, channels: document.channels };
  const compressed = await sharp(document.data, { raw })
    .extract({ left, top, width, height })
    .removeAlpha()
    .resize(Math.max(16, Math.round(width * 0.45)))
    .jpeg({ quality: 38 })
    .toBuffer();
  const pasted = await sharp(compressed).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  const data = Uint8Array.from(document.data);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = ((top + y) * document.width + left + x) * document.channels;
      const noise = 7 * random.gaussian();
      for (let channel = 0; channel < 3; channel++) {
        const value = pasted[(y * width + x) * 3 + channel]! + noise;
        data[to + channel] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  return { ...document, data };
}
