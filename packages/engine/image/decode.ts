import { PlatformError } from '@reident/domain';
import sharp, { type Sharp } from 'sharp';
import { toLuma } from './luma.ts';
import { pictureFormat } from './media-format.ts';
import type { RgbImage } from './pixels.ts';

/** An upright picture in memory, three channels of sRGB. */
export interface Picture extends RgbImage {
  /** Luma, row by row. */
  grey: Uint8Array;
  /** Size of the upright picture as it was taken; `width` may be smaller. */
  original: { width: number; height: number };
}

/** For the whole process: shuts every loader of libvips but the three that we need, whatever bytes claim to be [UPL-2]. */
export function shutOtherLoaders(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  // One picture at a time and none twice: a cache would only keep personal data.
  sharp.cache(false);
  // The other core is left to others, and each thread would hold rows of its own.
  sharp.concurrency(1);
}

export const DECODE_SECONDS = 5;

// biome-ignore format: a table
const LIMITS = {
  bytes:         10 * 1024 * 1024,
  leastPixels:      300_000,
  mostPixels:    25_000_000,
  // Shrunk while they are decoded, so that the full picture is never in memory; those that are sent coarse to fine cannot be.
  mostShrunk:    64_000_000,
} as const;

/** Long side at which pictures are read: 44 characters across two thirds of it still have 36 pixels each. */
const READING_SIZE = 2400;

/**
 * Decodes a picture fully, upright and at most `longSide` long.
 *
 * @throws PlatformError `unsupported_media_type` for anything but a still JPEG, PNG or WebP, `media_too_large` above 10 MB or
 * 25 megapixels (64 for a JPEG that can be shrunk on the way), `media_too_small` under 0.3, `unreadable_media` when it is damaged
 * [UPL-1, UPL-2]
 */
export async function decodePicture(
  bytes: Uint8Array,
  { longSide = READING_SIZE, mostPixels }: { longSide?: number; mostPixels?: number } = {},
): Promise<Picture> {
  const { picture, width, height } = await openPicture(bytes, mostPixels);
  const { data, info } = await decoding(
    picture
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const size = { width: info.width, height: info.height };
  // Not as the `Buffer` that it is: what is measured on both kinds of arrays is compiled for neither.
  const rgb = new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  return { ...size, rgb, grey: toLuma({ data: rgb, channels: 3, ...size }).data, original: { width, height } };
}

/** A pipeline over bytes that have passed every limit, turned upright, in sRGB, without transparency. */
export async function openPicture(
  bytes: Uint8Array,
  mostPixels?: number,
): Promise<{ picture: Sharp; width: number; height: number }> {
  const { picture, width, height } = await openImage(bytes, {
    mostPixels: mostPixels ?? LIMITS.mostPixels,
    mostShrunk: mostPixels ?? LIMITS.mostShrunk,
    leastPixels: LIMITS.leastPixels,
  });
  return { picture: picture.flatten({ background: '#ffffff' }), width, height };
}

/**
 * The same with its transparency, for pictures that are no photos. Throws like `decodePicture`.
 *
 * @param mostShrunk  the limit for JPEGs that libvips shrinks while it decodes them; default: `mostPixels`
 */
export async function openImage(
  bytes: Uint8Array,
  {
    mostPixels,
    mostShrunk = mostPixels,
    leastPixels,
  }: { mostPixels: number; mostShrunk?: number; leastPixels: number },
): Promise<{ picture: Sharp; width: number; height: number }> {
  if (bytes.length > LIMITS.bytes) throw new PlatformError('media_too_large', 'a picture may have at most 10 MB');
  const format = pictureFormat(bytes);
  if (format === null) throw new PlatformError('unsupported_media_type', 'a picture must be a still JPEG, PNG or WebP');
  const whole = format === 'jpeg' ? withEndMarker(bytes) : bytes;
  const options = {
    // Where the end had to be put on, everything before it must be there: else half a picture would pass for a whole one.
    failOn: whole === bytes ? 'error' : 'warning',
    limitInputPixels: mostShrunk,
    sequentialRead: true,
    autoOrient: true,
  } as const;
  const source = sharp(whole, options);
  const metadata = await decoding(source.metadata());
  if (metadata.format !== format)
    throw new PlatformError('unsupported_media_type', 'the picture is not what its first bytes say');
  if ((metadata.pages ?? 1) > 1) throw new PlatformError('unsupported_media_type', 'a picture must not move');
  const pixels = metadata.width * metadata.height;
  const most = format === 'jpeg' && metadata.isProgressive !== true ? mostShrunk : mostPixels;
  if (pixels > most) throw tooManyPixels(most);
  if (pixels < leastPixels)
    throw new PlatformError('media_too_small', `a picture must have at least ${leastPixels / 1e6} megapixels`);
  const { width, height } = metadata.autoOrient;
  const picture = source.toColourspace('srgb').timeout({ seconds: DECODE_SECONDS });
  return { picture, width, height };
}

/** Some cameras and messengers leave out the two bytes that end a JPEG; libjpeg then takes the whole picture for damaged. */
function withEndMarker(bytes: Uint8Array): Uint8Array {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-MOST_AFTER_END);
  return end.includes(END_MARKER) ? bytes : Buffer.concat([bytes, END_MARKER]);
}

const END_MARKER = Buffer.from([0xff, 0xd9]);
/** Bytes that may follow the end of the picture, such as a second, smaller one. */
const MOST_AFTER_END = 64 * 1024;

/** Whatever libvips complains about is the picture's fault; its words stay inside. */
export async function decoding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('pixel limit'))
      throw new PlatformError('media_too_large', 'a picture has more pixels than allowed', { cause });
    throw new PlatformError('unreadable_media', 'the picture cannot be decoded', { cause });
  }
}

function tooManyPixels(most: number): PlatformError {
  return new PlatformError('media_too_large', `a picture may have at most ${most / 1e6} megapixels`);
}
