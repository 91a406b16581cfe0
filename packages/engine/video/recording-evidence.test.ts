import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROWDED, mp4, webm } from '../../../tests/fixtures/engine/clips.ts';
import { chooseFrames } from './choose-frames.ts';
import { readClip } from './read-clip.ts';

const clip = (bytes: Uint8Array) => readClip({ contentType: 'video/webm', bytes });

describe('the container of a clip', () => {
  it('tells how long it is and that it can be played, though segment and cluster were left open', () => {
    expect(clip(webm([0, 1000, 3200]))).toEqual({ format: 'webm', seconds: 3.2, playable: true });
    expect(clip(mp4(80, 40))).toEqual({ format: 'mp4', seconds: 3.2, playable: true });
  });

  it('cannot be played without pictures, or when it begins with a picture that needs another', () => {
    expect(clip(webm([]))).toEqual({ format: 'webm', seconds: null, playable: false });
    expect(clip(webm([0, 40], { key: false })).playable).toBe(false);
    expect(clip(mp4(0, 40)).playable).toBe(false);
    expect(clip(Buffer.from('not a film'))).toEqual({ format: 'webm', seconds: null, playable: false });
  });

  it('in a coding that no browser records is left to a person', () => {
    expect(clip(webm([0, 40], { codec: 'V_THEORA' })).playable).toBeNull();
    expect(clip(mp4(2, 40, { codec: 'mp4v' })).playable).toBeNull();
  });

  it('that claims more pictures than it has bytes for holds none', () => {
    const liar = mp4(3, 40);
    liar.writeUInt32BE(0xffffffff, liar.indexOf('trun') + 8);
    expect(clip(liar)).toMatchObject({ seconds: null, playable: false });
  });

  it.each(['webm', 'mp4'] as const)(
    'of %s with a quarter of a million tracks is no more work than its bytes',
    (format) => {
      expect(clip(CROWDED[format](250_000))).toEqual({ format, seconds: null, playable: false });
    },
  );

  it('cut anywhere or with any bytes changed is still read within its bounds', () => {
    const whole = [webm(Array.from({ length: 20 }, (_, i) => i * 40)), mp4(20, 40)];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        (good, cut, changes) => {
          const bytes = Buffer.from(good.subarray(0, 12 + (cut % (good.length - 11))));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const { seconds, playable } = clip(bytes);
          expect(seconds === null || (Number.isFinite(seconds) && seconds >= 0)).toBe(true);
          expect([true, false, null]).toContain(playable);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the frames that are looked at', () => {
  const frame = fc.record({ prompt: fc.constantFrom('center', 'left', 'right', null) });

  it('are never more than asked for, and each prompt’s last is among them when there is room', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 32 }), fc.integer({ min: 1, max: 12 }), (frames, most) => {
        const chosen = chooseFrames(frames, most);
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect(chosen).toEqual(frames.filter((frame) => chosen.includes(frame)));
        const lasts = frames.filter(({ prompt }, i) => frames[i + 1]?.prompt !== prompt || i === frames.length - 1);
        if (lasts.length <= most) for (const last of lasts) expect(chosen).toContain(last);
      }),
    );
  });
});
