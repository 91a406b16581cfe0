import sharp from 'sharp';
import type { Point } from '../readings/quad.ts';
import { DECODE_SECONDS, decoding, type Picture } from './decode.ts';
import { pictureFormat } from './media-format.ts';

/** Where a place of the upright picture lies in the file, by the orientation that EXIF gives, 1 to 8; both in fractions. */
// biome-ignore format: a table
const STORED: readonly ((x: number, y: number) => Point)[] = [
  (x, y) => [x, y],         (x, y) => [1 - x, y],     (x, y) => [1 - x, 1 - y], (x, y) => [x, 1 - y],
  (x, y) => [y, x],         (x, y) => [y, 1 - x],     (x, y) => [1 - y, 1 - x], (x, y) => [1 - y, x],
];

/**
 * A square of a picture in the size in which it was taken, as the file has it: perhaps lying on its side. Rows are decoded one after the other
 * and only the square is kept.
 *
 * @param picture  as it is read, after it has passed every limit
 * @param place  middle of the square, in fractions of the upright picture
 * @returns null where the picture is read as it was taken, or is no JPEG: the other formats are decoded as a whole
 */
export async function decodePatch(
  bytes: Uint8Array,
  { original, width }: Picture,
  [x, y]: Point,
  side: number,
): Promise<{ rgb: Uint8Array; width: number; height: number } | null> {
  if (width === original.width || pictureFormat(bytes) !== 'jpeg') return null;
  const source = sharp(bytes, { failOn: 'error', sequentialRead: true, autoOrient: false }).timeout({
    seconds: DECODE_SECONDS,
  });
  const stored = await decoding(source.metadata());
  if (Math.min(stored.width, stored.height) < side) return null;
  const middle = STORED[(stored.orientation ?? 1) - 1]!(x, y);
  const from = (at: number, size: number) => Math.max(0, Math.min(size - side, Math.round(at * size - side / 2)));
  const rgb = await decoding(
    source
      .extract({ left: from(middle[0], stored.width), top: from(middle[1], stored.height), width: side, height: side })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer(),
  );
  return { rgb, width: side, height: side };
}
