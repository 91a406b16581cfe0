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

/** Browsers record one track of pictures and perhaps one of sound. Of more, the first count, so that none is searched for long. */
const MOST_TRACKS = 8;

interface WebmTrack {
  number: number;
  type: number;
  codec: string | null;
}

/** What a clip has told so far. */
interface Told {
  tracks: WebmTrack[];
  /** The track whose parts are being read. */
  current: WebmTrack | undefined;
  nanosecondsPerTick: number;
  ticks: number | null;
  clusterAt: number;
  pictures: { count: number; first: number; last: number };
  startsWhole: boolean | null;
}

/** Walks a WebM file element by element and stops at the first that does not fit into it: what came before can be played. */
export function readWebm(bytes: Uint8Array): VideoTrack {
  const told: Told = {
    tracks: [],
    current: undefined,
    nanosecondsPerTick: 1_000_000,
    ticks: null,
    clusterAt: 0,
    pictures: { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
    startsWhole: null,
  };
  for (let at = 0; at < bytes.length; ) {
    const element = readHead(bytes, at);
    if (element === null) break;
    const { id, size, from } = element;
    const isEntered = ENTERED.has(id);
    if (!isEntered && (size === null || from + size > bytes.length)) break;
    const to = isEntered ? from : from + size!;
    READERS[id]?.(told, bytes.subarray(from, to));
    at = to;
  }
  const { pictures, ticks, nanosecondsPerTick, startsWhole } = told;
  const span = pictures.count > 1 ? pictures.last - pictures.first : null;
  const longest = Math.max(span ?? 0, ticks ?? 0);
  return {
    codec: videoOf(told)?.codec ?? null,
    frames: pictures.count,
    // A length that is only claimed counts no more than the frames that are there.
    seconds: span === null ? null : (Math.min(longest, span * MOST_BEYOND) * nanosecondsPerTick) / 1e9,
    startsWhole,
  };
}

/** What each element tells. */
const READERS: Record<number, ((told: Told, content: Uint8Array) => void) | undefined> = {
  [ELEMENTS.trackEntry]: (told) => {
    told.current = { number: 0, type: 0, codec: null };
    if (told.tracks.length < MOST_TRACKS) told.tracks.push(told.current);
  },
  [ELEMENTS.trackNumber]: ({ current }, content) => {
    if (current) current.number = unsigned(content);
  },
  [ELEMENTS.trackType]: ({ current }, content) => {
    if (current) current.type = unsigned(content);
  },
  [ELEMENTS.codec]: ({ current }, content) => {
    if (current) current.codec = text(content);
  },
  [ELEMENTS.timecodeScale]: (told, content) => {
    told.nanosecondsPerTick = unsigned(content) || told.nanosecondsPerTick;
  },
  [ELEMENTS.duration]: (told, content) => {
    told.ticks = float(content);
  },
  [ELEMENTS.timecode]: (told, content) => {
    told.clusterAt = unsigned(content);
  },
  [ELEMENTS.simpleBlock]: countPicture,
  [ELEMENTS.block]: countPicture,
};

function countPicture(told: Told, content: Uint8Array): void {
  const video = videoOf(told);
  const block = readBlock(content);
  if (!video || block?.track !== video.number) return;
  const { pictures, clusterAt } = told;
  if (pictures.count === 0) told.startsWhole = isKeyFrame(video.codec, block.frame);
  pictures.count += 1;
  pictures.first = Math.min(pictures.first, clusterAt + block.relativeTime);
  pictures.last = Math.max(pictures.last, clusterAt + block.relativeTime);
}

function videoOf({ tracks }: Told): WebmTrack | undefined {
  return tracks.find(({ type }) => type === VIDEO);
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

function text(content: Uint8Array): string {
  return Buffer.from(content.subarray(0, 32)).toString('latin1');
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
