import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecording, RECORDING_LIMITS, type Recording, writeRecording } from './recording.ts';

const frame = (atMs: number, prompt: string | null = null) => ({
  atMs,
  prompt,
  jpeg: Uint8Array.of(0xff, 0xd8, atMs % 256),
});
const example: Recording = {
  frames: [frame(0), frame(250, 'left'), frame(500, 'right')],
  clip: { contentType: 'video/webm', bytes: Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3) },
};

describe('a recording', () => {
  it('is read as it was written, with and without a clip', () => {
    expect(parseRecording(writeRecording(example))).toEqual(example);
    expect(parseRecording(writeRecording({ ...example, clip: null }))).toEqual({ ...example, clip: null });
  });

  it('is found where it lies inside a larger buffer', () => {
    const body = writeRecording(example);
    const buffer = new Uint8Array(body.length + 7);
    buffer.set(body, 5);
    expect(parseRecording(buffer.subarray(5, 5 + body.length))).toEqual(example);
  });

  it('is nothing when a byte is missing or too many', () => {
    const body = writeRecording(example);
    expect(parseRecording(body.subarray(0, -1))).toBeNull();
    expect(parseRecording(Uint8Array.of(...body, 0))).toBeNull();
  });

  it.each([
    ['no frame', { ...example, frames: [] }],
    ['frames out of order', { ...example, frames: [frame(500), frame(250)] }],
    ['a prompt that is a sentence', { ...example, frames: [frame(0, 'Turn left, please')] }],
    ['a frame after the longest time', { ...example, frames: [frame(RECORDING_LIMITS.seconds * 1000 + 1)] }],
    ['an empty picture', { ...example, frames: [{ ...frame(0), jpeg: new Uint8Array(0) }] }],
    ['more frames than allowed', { ...example, frames: Array.from({ length: 33 }, (_, at) => frame(at)) }],
  ])('with %s is refused', (_what, recording) => {
    expect(parseRecording(writeRecording(recording as Recording))).toBeNull();
  });

  it('of any bytes is a recording or nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const found = parseRecording(bytes);
        if (found !== null) expect(writeRecording(found).length).toBeGreaterThan(4);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.nat(writeRecording(example).length - 1), fc.nat(255), (at, value) => {
        const body = writeRecording(example);
        body[at] = value;
        parseRecording(body);
      }),
    );
  });
});
