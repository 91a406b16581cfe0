import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinFrames } from './thin-frames.ts';

const at = (...times: number[]) => times.map((atMs) => ({ atMs }));

describe('the frames of a recording', () => {
  it('are all kept while they are few', () => {
    expect(thinFrames(at(0, 250, 500), 3)).toEqual(at(0, 250, 500));
  });

  it('lose those that stand closest to others', () => {
    expect(thinFrames(at(0, 250, 300, 500, 750), 4)).toEqual(at(0, 250, 500, 750));
  });

  it('keep the first and the last, their order, and no more than asked for', () => {
    const times = fc.array(fc.nat(30_000), { minLength: 2, maxLength: 60 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(times, fc.integer({ min: 2, max: 40 }), (list, most) => {
        const kept = thinFrames(at(...list), most).map(({ atMs }) => atMs);
        expect(kept.length).toBe(Math.min(list.length, most));
        expect([kept[0], kept.at(-1)]).toEqual([list[0], list.at(-1)]);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
      }),
    );
  });
});
