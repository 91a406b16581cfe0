import { PlatformError } from '@reident/domain';
import sharp, { type Sharp } from 'sharp';
import { decoding, openImage } from '../image/decode.ts';

/** What a logo may be. It is a drawing and no photo, so much smaller ones than a customer's pictures will do. */
const LIMITS = { mostPixels: 8_000_000, leastSide: 16, leastPixels: 1_024 } as const;

/** A logo is part of every customer's first load, so it may not weigh more than this, whatever is drawn on it. */
export const LOGO_MOST_BYTES = 40_000;

/** Tried one after the other until the bytes are few enough; of the last one they always are, at one byte a pixel. */
const SIZES = [
  { width: 512, height: 256 },
  { width: 360, height: 120 },
  { width: 240, height: 80 },
] as const;

const PALETTE = { palette: true, colours: 256, effort: 4, compressionLevel: 9 } as const;

/**
 * Draws a logo anew as PNG with its transparency: nothing of the original file but its pixels gets through [UPL-3].
 *
 * @throws PlatformError as `decodePicture` does, `unreadable_media` also for fewer than 16 pixels on a side
 */
export async function drawLogo(bytes: Uint8Array): Promise<Buffer> {
  const { picture, width, height } = await openImage(bytes, LIMITS);
  if (Math.min(width, height) < LIMITS.leastSide)
    throw new PlatformError('unreadable_media', `a logo must have at least ${LIMITS.leastSide} pixels on each side`);
  const large = await decoding(fitted(picture, SIZES[0]).png({ compressionLevel: 0 }).toBuffer());
  for (const size of SIZES) {
    const png = await decoding(fitted(sharp(large), size).png(PALETTE).toBuffer());
    if (png.length <= LOGO_MOST_BYTES) return png;
  }
  throw new PlatformError('media_too_large', 'the logo has too much in it; use a simpler one');
}

function fitted(picture: Sharp, size: (typeof SIZES)[number]): Sharp {
  return picture.resize({ ...size, fit: 'inside', withoutEnlargement: true });
}

/** Launchers may cut an icon down to a circle of four fifths; the logo's corners stay inside it. */
const SAFE_DIAGONAL = 0.76;

/**
 * The icon of an installed page: the logo in the middle of a square.
 *
 * @param logo  as `drawLogo` made it
 * @param background  `#rrggbb`
 * @param size  pixels of a side
 */
export async function drawIcon(logo: Uint8Array, background: string, size: number): Promise<Buffer> {
  const { picture, width, height } = await openImage(logo, LIMITS);
  const scale = (SAFE_DIAGONAL * size) / Math.hypot(width, height);
  const middle = await decoding(
    picture
      .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' })
      .png({ compressionLevel: 0 })
      .toBuffer(),
  );
  return decoding(
    sharp({ create: { width: size, height: size, channels: 3, background } })
      .composite([{ input: middle }])
      .png(PALETTE)
      .toBuffer(),
  );
}
