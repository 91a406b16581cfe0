import type { Picture } from '../image/decode.ts';
import { decodePatch } from '../image/decode-patch.ts';
import type { RecaptureReading } from '../readings/authenticity.ts';
import type { Point } from '../readings/quad.ts';
import { measureHalftone, PATCH_SIDE } from './halftone.ts';

/**
 * Regular patterns in a picture as it is read and, where that is made smaller, in a patch of it as it was taken: making it smaller
 * wipes out fine ones.
 *
 * @param middle  in pixels of the picture
 */
export async function measureRecapture(
  bytes: Uint8Array,
  picture: Picture,
  middle: Point,
): Promise<RecaptureReading | null> {
  const { width, height } = picture;
  const seen = measureHalftone(picture, middle);
  const patch = await decodePatch(bytes, picture, [middle[0] / width, middle[1] / height], PATCH_SIDE);
  const fine = patch && measureHalftone(patch, [PATCH_SIDE / 2, PATCH_SIDE / 2]);
  if (!seen || !fine) return seen ?? fine;
  return { luma: Math.max(seen.luma, fine.luma), colour: Math.max(seen.colour, fine.colour) };
}
