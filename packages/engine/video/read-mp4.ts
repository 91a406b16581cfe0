import type { VideoTrack } from './video-track.ts';

/** Boxes that only hold other boxes. @see ISO/IEC 14496-12 */
const ENTERED: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf']);

const DEEPEST = 8;

interface Mp4Track {
  id: number;
  isVideo: boolean;
  ticksPerSecond: number;
  codec: string | null;
  frames: number;
  ticks: number;
  defaultTicks: number;
}

/** Walks an MP4 file, whole or in fragments as browsers record it, and stops where a box does not fit into it. */
export function readMp4(bytes: Uint8Array): VideoTrack {
  const tracks: Mp4Track[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let mediaBytes = 0;
  let current: Mp4Track | undefined;
  let fragmentTicks = 0;

  function walk(from: number, to: number, depth: number): void {
    for (let at = from; at + 8 <= to; ) {
      const box = readHead(view, at, to);
      if (box === null) return;
      const { type, start, end } = box;
      if (ENTERED.has(type)) {
        if (type === 'trak') {
          current = { id: 0, isVideo: false, ticksPerSecond: 0, codec: null, frames: 0, ticks: 0, defaultTicks: 0 };
          tracks.push(current);
        }
        if (depth < DEEPEST) walk(start, end, depth + 1);
      } else if (type === 'mdat') mediaBytes += end - start;
      else READERS[type]?.(start, end);
      at = end;
    }
  }

  const u32 = (at: number, end: number) => (at + 4 <= end ? view.getUint32(at) : 0);
  const text = (at: number, end: number) =>
    at + 4 <= end ? Buffer.from(bytes.subarray(at, at + 4)).toString('latin1') : '';

  const READERS: Record<string, ((start: number, end: number) => void) | undefined> = {
    tkhd: (start, end) => {
      if (current) current.id = u32(start + (bytes[start] === 1 ? 20 : 12), end);
    },
    mdhd: (start, end) => {
      if (current) current.ticksPerSecond = u32(start + (bytes[start] === 1 ? 20 : 12), end);
    },
    hdlr: (start, end) => {
      if (current) current.isVideo = text(start + 8, end) === 'vide';
    },
    stsd: (start, end) => {
      if (current) current.codec = text(start + 12, end) || null;
    },
    stts: (start, end) => {
      const entries = Math.min(u32(start + 4, end), Math.floor((end - start - 8) / 8));
      for (let i = 0; i < entries && current; i++) {
        const count = u32(start + 8 + i * 8, end);
        current.frames += count;
        current.ticks += count * u32(start + 12 + i * 8, end);
      }
    },
    trex: (start, end) => {
      const track = tracks.find(({ id }) => id === u32(start + 4, end));
      if (track) track.defaultTicks = u32(start + 12, end);
    },
    tfhd: (start, end) => {
      const flags = u32(start, end) & 0xffffff;
      current = tracks.find(({ id }) => id === u32(start + 4, end));
      const at = start + 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0);
      fragmentTicks = flags & 0x8 ? u32(at, end) : (current?.defaultTicks ?? 0);
    },
    trun: (start, end) => {
      if (!current) return;
      const flags = u32(start, end) & 0xffffff;
      const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
      const from = start + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
      const told = u32(start + 4, end);
      const count = stride ? Math.min(told, Math.floor(Math.max(0, end - from) / stride)) : told;
      current.frames += count;
      if (!(flags & 0x100)) current.ticks += count * fragmentTicks;
      else for (let i = 0; i < count; i++) current.ticks += u32(from + i * stride, end);
    },
  };

  walk(0, bytes.length, 0);
  const video = tracks.find(({ isVideo }) => isVideo);
  // No picture takes less than a byte: a count beyond the media that is there is made up.
  const frames = video && video.frames <= mediaBytes ? video.frames : 0;
  return {
    codec: video?.codec ?? null,
    frames,
    seconds: video && frames > 0 && video.ticksPerSecond > 0 ? video.ticks / video.ticksPerSecond : null,
    startsWhole: null,
  };
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
