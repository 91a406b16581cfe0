import type { VideoTrack } from './video-track.ts';

/** Boxes that only hold other boxes. @see ISO/IEC 14496-12 */
const ENTERED: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']);

const DEEPEST = 8;

/** Browsers record one track of pictures and perhaps one of sound. Of more, the first count, so that none is searched for long. */
const MOST_TRACKS = 8;

interface Mp4Track {
  id: number;
  isVideo: boolean;
  ticksPerSecond: number;
  codec: string | null;
  frames: number;
  ticks: number;
  defaultTicks: number;
}

/** What a file has told so far. */
interface Told {
  tracks: Mp4Track[];
  /** The track or fragment of a track whose boxes are being read. */
  current: Mp4Track | undefined;
  /** How long a picture of that fragment is shown, where no other length is given. */
  fragmentTicks: number;
  mediaBytes: number;
}

/** Walks an MP4 file, whole or in fragments as browsers record it, and stops where a box does not fit into it. */
export function readMp4(bytes: Uint8Array): VideoTrack {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told: Told = { tracks: [], current: undefined, fragmentTicks: 0, mediaBytes: 0 };
  walk(view, 0, bytes.length, told, 0);
  const video = told.tracks.find(({ isVideo }) => isVideo);
  // No picture takes less than a byte: a count beyond the media that is there is made up.
  const frames = video && video.frames <= told.mediaBytes ? video.frames : 0;
  return {
    codec: video?.codec ?? null,
    frames,
    seconds: video && frames > 0 && video.ticksPerSecond > 0 ? video.ticks / video.ticksPerSecond : null,
    startsWhole: null,
  };
}

function walk(view: DataView, from: number, to: number, told: Told, depth: number): void {
  for (let at = from; at + 8 <= to; ) {
    const box = readHead(view, at, to);
    if (box === null) return;
    READERS[box.type]?.(told, { view, ...box });
    if (ENTERED.has(box.type) && depth < DEEPEST) walk(view, box.start, box.end, told, depth + 1);
    at = box.end;
  }
}

/** The content of a box: from `start` up to `end`. */
interface Box {
  view: DataView;
  start: number;
  end: number;
}

const READERS: Record<string, ((told: Told, box: Box) => void) | undefined> = {
  mdat: (told, { start, end }) => {
    told.mediaBytes += end - start;
  },
  trak: (told) => {
    told.current = { id: 0, isVideo: false, ticksPerSecond: 0, codec: null, frames: 0, ticks: 0, defaultTicks: 0 };
    if (told.tracks.length < MOST_TRACKS) told.tracks.push(told.current);
  },
  tkhd: ({ current }, box) => {
    if (current) current.id = u32(box, isLong(box) ? 20 : 12);
  },
  mdhd: ({ current }, box) => {
    if (current) current.ticksPerSecond = u32(box, isLong(box) ? 20 : 12);
  },
  hdlr: ({ current }, box) => {
    if (current) current.isVideo = text(box, 8) === 'vide';
  },
  stsd: ({ current }, box) => {
    if (current) current.codec = text(box, 12) || null;
  },
  stts: ({ current }, box) => {
    const entries = Math.min(u32(box, 4), Math.floor((box.end - box.start - 8) / 8));
    for (let i = 0; i < entries && current; i++) {
      const count = u32(box, 8 + i * 8);
      current.frames += count;
      current.ticks += count * u32(box, 12 + i * 8);
    }
  },
  trex: ({ tracks }, box) => {
    const track = tracks.find(({ id }) => id === u32(box, 4));
    if (track) track.defaultTicks = u32(box, 12);
  },
  tfhd: (told, box) => {
    const flags = u32(box, 0) & 0xffffff;
    told.current = told.tracks.find(({ id }) => id === u32(box, 4));
    const at = 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0);
    told.fragmentTicks = flags & 0x8 ? u32(box, at) : (told.current?.defaultTicks ?? 0);
  },
  trun: ({ current, fragmentTicks }, box) => {
    if (!current) return;
    const flags = u32(box, 0) & 0xffffff;
    const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
    const from = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
    const claimed = u32(box, 4);
    const count = stride ? Math.min(claimed, Math.floor(Math.max(0, box.end - box.start - from) / stride)) : claimed;
    current.frames += count;
    if (!(flags & 0x100)) current.ticks += count * fragmentTicks;
    else for (let i = 0; i < count; i++) current.ticks += u32(box, from + i * stride);
  },
};

/** Version 1 of a box has times of eight bytes. */
function isLong({ view, start, end }: Box): boolean {
  return start < end && view.getUint8(start) === 1;
}

/** 0 beyond the end of the box. */
function u32({ view, start, end }: Box, at: number): number {
  return start + at + 4 <= end ? view.getUint32(start + at) : 0;
}

/** Four letters; none beyond the end of the box. */
function text({ view, start, end }: Box, at: number): string {
  if (start + at + 4 > end) return '';
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(start + at + i)));
}

function readHead(view: DataView, at: number, to: number): { type: string; start: number; end: number } | null {
  const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
  const short = view.getUint32(at);
  if (short === 0) return { type, start: at + 8, end: to };
  if (short === 1 && at + 16 > to) return null;
  const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
  const start = at + (short === 1 ? 16 : 8);
  return size < start - at || at + size > to ? null : { type, start, end: at + size };
}
