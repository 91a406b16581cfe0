import { decoding, openPicture } from '../evidence/decode-picture.ts';

const LONG_SIDE = 1600;

/** Draws the picture anew: nothing of the original file but its pixels gets through [UPL-3]. Throws like `decodePicture`. */
export async function deriveJpeg(bytes: Uint8Array): Promise<Buffer> {
  const { picture } = await openPicture(bytes);
  return decoding(
    picture
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer(),
  );
}
