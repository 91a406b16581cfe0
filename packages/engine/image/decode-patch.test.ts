import sharp from 'sharp';
import { expect, test } from 'vitest';
import { measureHalftone } from '../authenticity/halftone.ts';
import { measureRecapture } from '../authenticity/recapture.ts';
import { decodePicture, type Picture } from './decode.ts';
import { decodePatch } from './decode-patch.ts';

const STORED = { width: 2600, height: 1300 };

/** Grey, with a white square about one place of the file, and turned by EXIF as phones do. */
function photo(orientation: number, [atX, atY]: readonly [x: number, y: number]): Promise<Buffer> {
  const grey = Buffer.alloc(STORED.width * STORED.height, 0x70);
  for (let y = atY - 150; y < atY + 150; y++)
    grey.fill(0xff, y * STORED.width + atX - 150, y * STORED.width + atX + 150);
  return sharp(grey, { raw: { ...STORED, channels: 1 } })
    .toColourspace('srgb')
    .jpeg()
    .withMetadata({ orientation })
    .toBuffer();
}

/** Where the white square is in the upright picture, in fractions of its sides. */
function middleOfWhite({ grey, width, height }: Picture): readonly [x: number, y: number] {
  let [sumX, sumY, n] = [0, 0, 0];
  for (let i = 0; i < grey.length; i++) {
    if (grey[i]! <= 240) continue;
    sumX += i % width;
    sumY += Math.floor(i / width);
    n += 1;
  }
  return [sumX / n / width, sumY / n / height];
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'the patch is cut where the place lies in the file, orientation %i',
  async (orientation) => {
    const bytes = await photo(orientation, [800, 600]);
    const picture = await decodePicture(bytes);
    const place = middleOfWhite(picture);
    const patch = (await decodePatch(bytes, picture, place, 512))!;
    expect([patch.width, patch.height, patch.rgb.length]).toEqual([512, 512, 512 * 512 * 3]);
    const luma = (x: number, y: number) => patch.rgb[(y * 512 + x) * 3]!;
    expect([luma(256, 256), luma(130, 130), luma(380, 380)].every((value) => value > 240)).toBe(true);
    expect([luma(60, 256), luma(450, 256), luma(256, 60), luma(256, 450)].every((value) => value < 130)).toBe(true);
  },
);

test('a place at the edge gets the nearest whole patch, and a picture that is read as it was taken none', async () => {
  const bytes = await photo(1, [800, 600]);
  expect((await decodePatch(bytes, await decodePicture(bytes), [1, 0], 512))!.rgb.length).toBe(512 * 512 * 3);
  const small = await sharp(bytes).resize(1500).jpeg().toBuffer();
  expect(await decodePatch(small, await decodePicture(small), [0.5, 0.5], 512)).toBeNull();
  const png = await sharp(bytes).png({ compressionLevel: 1 }).toBuffer();
  expect(await decodePatch(png, await decodePicture(png), [0.5, 0.5], 512)).toBeNull();
});

test('a fine pattern stands out more in the patch than after the picture was made smaller', async () => {
  const [width, height] = [3000, 1200];
  let state = 1;
  const data = new Uint8Array(width * height).map((_, i) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 118 + (state % 20) + 20 * Math.cos(2.9 * (i % width) + 0.6 * Math.floor(i / width));
  });
  const bytes = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 92 })
    .toBuffer();
  const picture = await decodePicture(bytes);
  const seen = await measureRecapture(bytes, picture, [picture.width / 2, picture.height / 2]);
  const coarse = measureHalftone(picture, [picture.width / 2, picture.height / 2]);
  expect(seen!.luma).toBeGreaterThan(10);
  expect(coarse!.luma).toBeLessThan(seen!.luma - 1);
});
