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
} as const;

/** Long side at which pictures are read: 44 characters across two thirds of it still have 36 pixels each. */
const READING_SIZE = 2400;

/**
 * Decodes a picture fully, upright and at most `longSide` long.
 *
 * @throws PlatformError `unsupported_media_type` for anything but a still JPEG, PNG or WebP, `media_too_large` above 10 MB or
 * 25 megapixels, `unreadable_media` when it is damaged or under 0.3 megapixels [UPL-1, UPL-2]
 */
export async function decodePicture(
  bytes: Uint8Array,
  { longSide = READING_SIZE, mostPixels = LIMITS.mostPixels as number } = {},
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
  mostPixels: number = LIMITS.mostPixels,
): Promise<{ picture: Sharp; width: number; height: number }> {
  const { picture, width, height } = await openImage(bytes, { mostPixels, leastPixels: LIMITS.leastPixels });
  return { picture: picture.flatten({ background: '#ffffff' }), width, height };
}

/** The same with its transparency, for pictures that are no photos. Throws like `decodePicture`. */
export async function openImage(
  bytes: Uint8Array,
  { mostPixels, leastPixels }: { mostPixels: number; leastPixels: number },
): Promise<{ picture: Sharp; width: number; height: number }> {
  if (bytes.length > LIMITS.bytes) throw new PlatformError('media_too_large', 'a picture may have at most 10 MB');
  const format = pictureFormat(bytes);
  if (format === null) throw new PlatformError('unsupported_media_type', 'a picture must be a still JPEG, PNG or WebP');
  const options = {
    failOn: 'error',
    limitInputPixels: mostPixels,
    sequentialRead: true,
    autoOrient: true,
  } as const;
  const source = sharp(bytes, options);
  const metadata = await decoding(source.metadata());
  if (metadata.format !== format)
    throw new PlatformError('unsupported_media_type', 'the picture is not what its first bytes say');
  if ((metadata.pages ?? 1) > 1) throw new PlatformError('unsupported_media_type', 'a picture must not move');
  const pixels = metadata.width * metadata.height;
  if (pixels > mostPixels) throw tooManyPixels(mostPixels);
  if (pixels < leastPixels)
    throw new PlatformError('unreadable_media', `a picture must have at least ${leastPixels / 1e6} megapixels`);
  const { width, height } = metadata.autoOrient;
  const picture = source.toColourspace('srgb').timeout({ seconds: DECODE_SECONDS });
  return { picture, width, height };
}

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
