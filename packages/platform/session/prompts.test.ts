import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPrompts, followsPrompts, PROMPTS } from './prompts.ts';
import { monthsBefore } from './proof-of-address.ts';

const frames = (prompts: readonly (string | null)[]) => prompts.map((prompt) => ({ prompt }));

describe('what is asked for while the camera records', () => {
  it('is drawn at random for the head, so that nothing recorded beforehand fits for certain [CAP-5]', () => {
    const drawn = new Set(Array.from({ length: 200 }, () => drawPrompts('liveness')?.join(' ')));
    expect(drawn.size).toBe(PROMPTS.liveness?.length);
    expect(drawPrompts('selfie')).toBeNull();
  });

  it('begins straight ahead, has both turns, and never asks twice in a row for the same', () => {
    for (const row of PROMPTS.liveness ?? []) {
      expect(row[0]).toBe('center');
      expect(row).toEqual(expect.arrayContaining(['left', 'right']));
      expect(row.every((prompt, index) => prompt !== row[index - 1])).toBe(true);
    }
  });

  // biome-ignore format: a table
  it.each([
    [['center', 'center', 'left', 'right', 'right'], true],
    [['center', 'left'],                             false],
    [['center', 'right', 'left'],                    false],
    [['center', 'left', 'center', 'right'],          false],
    [['left', 'right'],                              false],
    [['center', null, 'left', 'right'],              false],
    [[],                                             false],
  ] as const)('center, left, right is followed by %j: %s', (shown, follows) => {
    expect(followsPrompts(['center', 'left', 'right'], frames(shown))).toBe(follows);
  });

  it('is followed by every recording that repeats its prompts in place, and by none of another order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(PROMPTS.liveness ?? [])),
        fc.constantFrom(...(PROMPTS.liveness ?? [])),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
        (asked, shown, times) => {
          const drawnFrames = frames(shown.flatMap((prompt, index) => Array<string>(times[index] ?? 1).fill(prompt)));
          expect(followsPrompts(asked, drawnFrames)).toBe(asked.join() === shown.join());
        },
      ),
    );
  });
});

describe('the earliest day of a proof of address', () => {
  // biome-ignore format: a table
  it.each([
    ['2026-11-25', 3,  '2026-08-25'],
    ['2026-05-31', 3,  '2026-02-28'],
    ['2024-05-31', 3,  '2024-02-29'],
    ['2026-01-15', 1,  '2025-12-15'],
    ['2026-01-15', 12, '2025-01-15'],
  ] as const)('on %s, %i months back, is %s', (day, months, earliest) => {
    expect(monthsBefore(day, months)).toBe(earliest);
  });
});
