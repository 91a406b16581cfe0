/**
 * A recording: frames of a live camera, each as a picture of its own, and beside them the clip as the browser encoded it.
 *
 * The frames are what the engine looks at; the clip is what a specialist plays, and is kept as it came [UPL-1]. Both travel in
 * one body, so that one nonce covers them. Pages load this file too: it knows no Node and no library.
 *
 * ```
 * 4 bytes     length of the header, big endian
 * header      JSON, UTF-8: { frames: [{ atMs, prompt, size }], clip: { contentType, size } | null }
 * pictures    JPEG after JPEG, in the order of the header
 * clip        the rest
 * ```
 */
export interface Recording {
  frames: RecordedFrame[];
  clip: RecordedClip | null;
}

export interface RecordedFrame {
  /** Milliseconds since the recording began. */
  atMs: number;
  /** What the customer was being asked for at that time; null where nothing in particular was. */
  prompt: string | null;
  jpeg: Uint8Array;
}

export interface RecordedClip {
  contentType: 'video/webm' | 'video/mp4';
  bytes: Uint8Array;
}

export const RECORDING_TYPE = 'application/vnd.reident.recording';

// biome-ignore format: a table
export const RECORDING_LIMITS = {
  frames:      32,                // ours  8 seconds at 4 a second
  frameBytes:  2 * 1024 * 1024,   // ours  a frame is no larger than full HD
  clipBytes:   50 * 1024 * 1024,  // ours  UPL-1
  headerBytes: 8 * 1024,          // ours
  seconds:     30,                // ours  UPL-1
} as const;

export function writeRecording({ frames, clip }: Recording): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({
      frames: frames.map(({ atMs, prompt, jpeg }) => ({ atMs: Math.round(atMs), prompt, size: jpeg.length })),
      clip: clip && { contentType: clip.contentType, size: clip.bytes.length },
    }),
  );
  const parts = [header, ...frames.map(({ jpeg }) => jpeg), ...(clip ? [clip.bytes] : [])];
  const body = new Uint8Array(parts.reduce((length, part) => length + part.length, 4));
  new DataView(body.buffer).setUint32(0, header.length);
  let at = 4;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** Null for anything that is not exactly such a body, or is more than `RECORDING_LIMITS` allow. The pictures are views into it. */
export function parseRecording(body: Uint8Array): Recording | null {
  const header = readHeader(body);
  if (header === null) return null;
  const { frames, clip, bodyAt } = header;
  const sizes = [...frames.map(({ size }) => size), clip?.size ?? 0];
  if (bodyAt + sizes.reduce((sum, size) => sum + size, 0) !== body.length) return null;
  let at = bodyAt;
  const next = (size: number) => {
    at += size;
    return body.subarray(at - size, at);
  };
  return {
    frames: frames.map(({ atMs, prompt, size }) => ({ atMs, prompt, jpeg: next(size) })),
    clip: clip && { contentType: clip.contentType, bytes: next(clip.size) },
  };
}

interface Header {
  frames: { atMs: number; prompt: string | null; size: number }[];
  clip: { contentType: RecordedClip['contentType']; size: number } | null;
  bodyAt: number;
}

function readHeader(body: Uint8Array): Header | null {
  if (body.length < 4) return null;
  const length = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0);
  if (length > RECORDING_LIMITS.headerBytes || 4 + length > body.length) return null;
  let header: { frames?: unknown; clip?: unknown } | null;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(4, 4 + length)));
  } catch {
    return null;
  }
  if (header === null || typeof header !== 'object' || !Array.isArray(header.frames)) return null;
  const { frames, clip = null } = header;
  if (frames.length === 0 || frames.length > RECORDING_LIMITS.frames || !frames.every(isFrame)) return null;
  if (frames.some(({ atMs }, index) => atMs < (frames[index - 1]?.atMs ?? 0))) return null;
  if (clip !== null && !isClip(clip)) return null;
  return { frames, clip, bodyAt: 4 + length };
}

function isFrame(value: unknown): value is Header['frames'][number] {
  const { atMs, prompt, size } = (value ?? {}) as Record<string, unknown>;
  return (
    isWhole(atMs, RECORDING_LIMITS.seconds * 1000) &&
    (prompt === null || (typeof prompt === 'string' && /^[a-z_]{1,20}$/.test(prompt))) &&
    isWhole(size, RECORDING_LIMITS.frameBytes) &&
    size > 0
  );
}

function isClip(value: unknown): value is NonNullable<Header['clip']> {
  const { contentType, size } = (value ?? {}) as Record<string, unknown>;
  return (contentType === 'video/webm' || contentType === 'video/mp4') && isWhole(size, RECORDING_LIMITS.clipBytes);
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
