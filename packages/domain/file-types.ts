/** Where in a file a mark stands: it begins at `from`, or anywhere up to `to`. One character a byte. */
type Mark = readonly [bytes: string, from: number, to?: number];

/**
 * Every type of file that somebody may send, and the marks that all its files bear. What a name or a sender says about the type is
 * not believed anywhere [UPL-2].
 */
// biome-ignore format: a table
const FILE_TYPES = [
  // type                holds       marks                                         source
  ['image/jpeg',         'picture',  [['\xff\xd8\xff', 0]],                        'ISO/IEC 10918-1, B.1.1.3'],
  ['image/png',          'picture',  [['\x89PNG\r\n\x1a\n', 0]],                   'ISO/IEC 15948, 5.2'],
  ['image/webp',         'picture',  [['RIFF', 0], ['WEBP', 8]],                   'RFC 9649, 2.4'],
  ['video/mp4',          'clip',     [['ftyp', 4]],                                'ISO/IEC 14496-12, 4.3'],
  ['video/webm',         'clip',     [['\x1a\x45\xdf\xa3', 0], ['webm', 4, 60]],   'RFC 8794, 11.2; WebM container guidelines'],
  ['application/pdf',    'document', [['%PDF-', 0]],                               'ISO 32000-2, 7.5.2'],
] as const satisfies readonly (readonly [`${string}/${string}`, string, readonly Mark[], source: string])[];

type Row = (typeof FILE_TYPES)[number];

export type FileType = Row[0];
export type PictureType = Extract<Row, readonly [string, 'picture', ...unknown[]]>[0];
export type ClipType = Extract<Row, readonly [string, 'clip', ...unknown[]]>[0];

export const PICTURE_TYPES = FILE_TYPES.flatMap(([type, holds]) => (holds === 'picture' ? [type] : []));

/** The type of a file by its first bytes; null for all that nobody may send. That it begins as one does not make it a sound one. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  return FILE_TYPES.find(([, , marks]) => marks.every((mark: Mark) => bears(bytes, mark)))?.[0] ?? null;
}

export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const type = fileTypeOf(bytes);
  return PICTURE_TYPES.find((picture) => picture === type) ?? null;
}

function bears(bytes: Uint8Array, [mark, from, to = from]: Mark): boolean {
  for (let at = from; at <= to; at++) {
    let same = 0;
    while (same < mark.length && bytes[at + same] === mark.charCodeAt(same)) same++;
    if (same === mark.length) return true;
  }
  return false;
}
