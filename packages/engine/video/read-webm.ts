import type { VideoTrack } from './video-track.ts';

/** Elements that matter, by their id. @see RFC 8794 (EBML), RFC 9559 (Matroska) */
// biome-ignore format: a table
const ELEMENTS = {
  ebml:          0x1a45dfa3,
  segment:       0x18538067,
  info:          0x1549a966,
  timecodeScale: 0x2ad7b1,
  duration:      0x4489,
  tracks:        0x1654ae6b,
  trackEntry:    0xae,
  trackNumber:   0xd7,
  trackType:     0x83,
  codec:         0x86,
  cluster:       0x1f43b675,
  timecode:      0xe7,
  simpleBlock:   0xa3,
  blockGroup:    0xa0,
  block:         0xa1,
} as const;

/** Elements that are walked into. Browsers leave the sizes of segment and clusters open while they record, so no size is needed. */
const ENTERED: ReadonlySet<number> = new Set([
  ELEMENTS.segment,
  ELEMENTS.info,
  ELEMENTS.tracks,
  ELEMENTS.trackEntry,
  ELEMENTS.cluster,
  ELEMENTS.blockGroup,
]);

const VIDEO = 1;

/** Walks a WebM file element by element and stops at the first that does not fit into it: what came before can be played. */
export function readWebm(bytes: Uint8Array): VideoTrack {
  const tracks: { number: number; type: number; codec: string | null }[] = [];
  let nanosecondsPerTick = 1_000_000;
  let ticks: number | null = null;
  let clusterAt = 0;
  const pictures = { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let startsWhole: boolean | null = null;

  for (let at = 0; at < bytes.length; ) {
    const element = readHead(bytes, at);
    if (element === null) break;
    const { id, size, from } = element;
    if (ENTERED.has(id)) {
      if (id === ELEMENTS.trackEntry) tracks.push({ number: 0, type: 0, codec: null });
      at = from;
      continue;
    }
    if (size === null || from + size > bytes.length) break;
    const content = bytes.subarray(from, from + size);
    const track = tracks.at(-1);
    if (id === ELEMENTS.timecodeScale) nanosecondsPerTick = unsigned(content) || nanosecondsPerTick;
    else if (id === ELEMENTS.duration) ticks = float(content);
    else if (id === ELEMENTS.trackNumber && track) track.number = unsigned(content);
    else if (id === ELEMENTS.trackType && track) track.type = unsigned(content);
    else if (id === ELEMENTS.codec && track) track.codec = Buffer.from(content.subarray(0, 32)).toString('latin1');
    else if (id === ELEMENTS.timecode) clusterAt = unsigned(content);
    else if (id === ELEMENTS.simpleBlock || id === ELEMENTS.block) {
      const video = tracks.find(({ type }) => type === VIDEO);
      const block = readBlock(content);
      if (video && block && block.track === video.number) {
        if (pictures.count === 0) startsWhole = isKeyFrame(video.codec, block.frame);
        pictures.count += 1;
        pictures.first = Math.min(pictures.first, clusterAt + block.relativeTime);
        pictures.last = Math.max(pictures.last, clusterAt + block.relativeTime);
      }
    }
    at = from + size;
  }

  const span = pictures.count > 1 ? pictures.last - pictures.first : null;
  const longest = Math.max(span ?? 0, ticks ?? 0);
  return {
    codec: tracks.find(({ type }) => type === VIDEO)?.codec ?? null,
    frames: pictures.count,
    // A length that is only claimed counts no more than the frames that are there.
    seconds: span === null ? null : (Math.min(longest, span * MOST_BEYOND) * nanosecondsPerTick) / 1e9,
    startsWhole,
  };
}

/** The last picture is shown for a while too, so the length that is told may exceed the time stamps by a little. */
const MOST_BEYOND = 1.1;

interface Head {
  id: number;
  /** Null when left open. */
  size: number | null;
  /** Where the content begins. */
  from: number;
}

function readHead(bytes: Uint8Array, at: number): Head | null {
  const idLength = Math.clz32(bytes[at]!) - 23;
  if (idLength > 4 || at + idLength >= bytes.length) return null;
  let id = 0;
  for (let i = 0; i < idLength; i++) id = id * 256 + bytes[at + i]!;
  const sizeAt = at + idLength;
  const sizeLength = Math.clz32(bytes[sizeAt]!) - 23;
  if (sizeLength > 8 || sizeAt + sizeLength > bytes.length) return null;
  const mask = 0xff >> sizeLength;
  let size = bytes[sizeAt]! & mask;
  let open = size === mask;
  for (let i = 1; i < sizeLength; i++) {
    size = size * 256 + bytes[sizeAt + i]!;
    open &&= bytes[sizeAt + i] === 0xff;
  }
  return { id, size: open ? null : size, from: sizeAt + sizeLength };
}

function readBlock(content: Uint8Array): { track: number; relativeTime: number; frame: Uint8Array } | null {
  // Track numbers beyond 127 take more bytes; no browser writes them.
  if (content.length < 5 || !(content[0]! & 0x80)) return null;
  const time = (content[1]! << 8) | content[2]!;
  return { track: content[0]! & 0x7f, relativeTime: time > 0x7fff ? time - 0x10000 : time, frame: content.subarray(4) };
}

/** @see RFC 6386, section 9.1 (VP8); VP9 bitstream specification, section 6.2 */
function isKeyFrame(codec: string | null, frame: Uint8Array): boolean | null {
  const [first = 0] = frame;
  if (codec === 'V_VP8')
    return (first & 1) === 0 && frame[3] === 0x9d && frame[4] === 0x01 && frame[5] === 0x2a && frame.length > 10;
  if (codec !== 'V_VP9') return null;
  const profile = ((first >> 5) & 1) | ((first >> 3) & 2);
  const afterProfile = profile === 3 ? first << 1 : first;
  return first >> 6 === 2 && (afterProfile & 0x08) === 0 && (afterProfile & 0x04) === 0;
}

function unsigned(content: Uint8Array): number {
  let value = 0;
  for (const byte of content.subarray(0, 8)) value = value * 256 + byte;
  return value;
}

function float(content: Uint8Array): number | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const value = content.length === 4 ? view.getFloat32(0) : content.length === 8 ? view.getFloat64(0) : Number.NaN;
  return Number.isFinite(value) && value > 0 ? value : null;
}
