export type PictureFormat = 'jpeg' | 'png' | 'webp';
export type ClipFormat = 'webm' | 'mp4';

/** What the first bytes say; null for anything else and for pictures that move. The name and the claimed type say nothing. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const format = PICTURES.find(([, at, magic]) => has(bytes, at, magic))?.[0] ?? null;
  if (format === 'webp' && !has(bytes, 0, 'RIFF')) return null;
  if (format === 'png' && isAnimatedPng(bytes)) return null;
  return format;
}

/** WebM (Matroska with that document type) or MP4; null for anything else. */
export function clipFormat(bytes: Uint8Array): ClipFormat | null {
  if (has(bytes, 4, 'ftyp')) return 'mp4';
  const isMatroska = has(bytes, 0, '\x1a\x45\xdf\xa3');
  return isMatroska && Buffer.from(bytes.subarray(0, 64)).includes('webm') ? 'webm' : null;
}

// biome-ignore format: a table
const PICTURES = [
  // format   offset  bytes
  ['jpeg',    0,      '\xff\xd8\xff'],
  ['png',     0,      '\x89PNG\r\n\x1a\n'],
  ['webp',    8,      'WEBP'],
] as const satisfies readonly (readonly [PictureFormat, number, string])[];

function has(bytes: Uint8Array, at: number, magic: string): boolean {
  return Buffer.from(bytes.subarray(at, at + magic.length)).toString('latin1') === magic;
}

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
