import sharp from 'sharp';
import { decoding, openPicture } from '../image/decode.ts';
import { decodeFrames, openRecording } from '../video/open-recording.ts';
import { RECORDING_TYPE } from '../video/recording.ts';

const LONG_SIDE = 1600;
const JPEG = { quality: 85 } as const;

/** Draws the picture anew: nothing of the original file but its pixels gets through [UPL-3]. Throws like `decodePicture`. */
export async function deriveJpeg(bytes: Uint8Array, contentType = 'image/jpeg'): Promise<Buffer> {
  if (contentType === RECORDING_TYPE) return contactSheet(bytes);
  const { picture } = await openPicture(bytes);
  return decoding(
    picture
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .jpeg(JPEG)
      .toBuffer(),
  );
}

const COLUMNS = 4;
const BACKGROUND = '#20242a';

/** The frames of a recording that were looked at, row by row. */
async function contactSheet(bytes: Uint8Array): Promise<Buffer> {
  const decoded = await decodeFrames(openRecording(bytes));
  const [first] = decoded;
  const columns = Math.min(COLUMNS, decoded.length);
  const width = Math.floor(LONG_SIDE / columns);
  // Phones are held upright as well as across: every place has the shape of the first frame.
  const height = Math.min(LONG_SIDE, Math.round((width * first!.picture.height) / first!.picture.width));
  const rows = Math.ceil(decoded.length / columns);
  const places = decoded.map(async ({ picture }, i) => ({
    input: await sharp(picture.rgb, { raw: { width: picture.width, height: picture.height, channels: 3 } })
      .resize(width, height, { fit: 'contain', background: BACKGROUND })
      .png({ compressionLevel: 0 })
      .toBuffer(),
    left: (i % columns) * width,
    top: Math.floor(i / columns) * height,
  }));
  const sheet = sharp({
    create: { width: columns * width, height: rows * height, channels: 3, background: BACKGROUND },
  });
  return decoding(
    sheet
      .composite(await Promise.all(places))
      .jpeg(JPEG)
      .toBuffer(),
  );
}
