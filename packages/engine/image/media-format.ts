import { type ClipType, fileTypeOf, type PictureType, pictureTypeOf } from '@reident/domain';

export type PictureFormat = 'jpeg' | 'png' | 'webp';
export type ClipFormat = 'webm' | 'mp4';

/** What the first bytes say; null for anything else and for pictures that move. The name and the claimed type say nothing. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const type = pictureTypeOf(bytes);
  if (type === null || (type === 'image/png' && isAnimatedPng(bytes))) return null;
  return PICTURE_FORMATS[type];
}

/** WebM (Matroska with that document type) or MP4; null for anything else. */
export function clipFormat(bytes: Uint8Array): ClipFormat | null {
  const type = fileTypeOf(bytes);
  return type === 'video/webm' || type === 'video/mp4' ? CLIP_FORMATS[type] : null;
}

/** As libvips, and as readings of clips, name them. */
const PICTURE_FORMATS = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const satisfies Record<PictureType, PictureFormat>;

const CLIP_FORMATS = { 'video/webm': 'webm', 'video/mp4': 'mp4' } as const satisfies Record<ClipType, ClipFormat>;

/** libvips shows the first frame and does not tell that there are more; the chunk `acTL` before the picture data does. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const chunk = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (chunk === 'acTL') return true;
    if (chunk === 'IDAT' || chunk === 'IEND') return false;
  }
  return false;
}
