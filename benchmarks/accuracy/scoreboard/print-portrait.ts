import sharp from 'sharp';
import { createRandom } from '../../../samples/random.ts';

/** How badly a card shows its portrait: a face of 90 to 120 pixels, nearly grey, pale, under fine lines, soft, coded anew. */
const PRINT = { width: 230, saturation: 0.25, contrast: 0.8, lift: 30, lines: 0.22, blur: 0.8, noise: 4, quality: 60 };

/** A photograph as the portrait of a card shows it, drawn: no real card is behind it. */
export async function printPortrait(photograph: Uint8Array, seed: string): Promise<Buffer> {
  const { width, saturation, contrast, lift, lines, blur, noise, quality } = PRINT;
  const random = createRandom(seed);
  const { data, info } = await sharp(photograph)
    .removeAlpha()
    .toColourspace('srgb')
    .resize(width)
    .modulate({ saturation })
    .linear(contrast, lift)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [phase, pitch] = [random.next() * 6, 5 + random.next() * 3];
  for (let y = 0, at = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const rising = Math.sin(((y + 4 * Math.sin(x / 17 + phase)) * 2 * Math.PI) / pitch);
      const falling = Math.sin(((x + y + 4 * Math.sin(y / 13 + phase)) * 2 * Math.PI) / (pitch * 1.3));
      const line = Math.max(rising, falling) > 0.75 ? lines : 0;
      for (let channel = 0; channel < 3; channel++, at++) {
        const grain = (random.next() + random.next() + random.next() - 1.5) * 2 * noise;
        data[at] = Math.max(0, Math.min(255, data[at]! * (1 - line) + [150, 120, 140][channel]! * line + grain));
      }
    }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .blur(blur)
    .jpeg({ quality })
    .toBuffer();
}
