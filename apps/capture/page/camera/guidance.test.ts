import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUIDANCE, type GuidanceId, guidanceFor, type Look, movement } from './guidance.ts';
import { type Guided, guide, UNGUIDED } from './steady.ts';

const GOOD: Look = {
  document: {
    quad: [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.1, 0.9],
    ],
    foundBy: 'edges',
    aspectRatio: 1.58,
    sideRatio: 0.98,
    coverage: 0.6,
    cutOff: false,
  },
  quality: {
    measuredOn: 'document',
    sharpness: 150,
    brightness: 200,
    glareFraction: 0,
    glareQuad: null,
    occludedFraction: 0.01,
  },
  measured: true,
  side: { mrzLines: 0, resemblance: 0.2, template: new Uint8Array() },
  frameBrightness: 150,
  moved: 0,
  wrongLens: false,
};
const { document, quality, side } = GOOD;

// biome-ignore format: a table
const ANALYSES = [
  ['hold',    GOOD],
  ['dark',    { ...GOOD, quality: { ...quality!, brightness: 20 } }],
  ['dark',    { ...GOOD, document: null, quality: null, frameBrightness: 12 }],
  ['fit',     { ...GOOD, document: null, quality: null }],
  ['lens',    { ...GOOD, document: null, quality: null, wrongLens: true }],
  ['whole',   { ...GOOD, document: { ...document!, cutOff: true } }],
  ['closer',  { ...GOOD, document: { ...document!, coverage: 0.1 } }],
  ['above',   { ...GOOD, document: { ...document!, sideRatio: 0.7 } }],
  ['hold',    { ...GOOD, side: { ...side!, mrzLines: 2, resemblance: null } }],
  ['otherSide', { ...GOOD, side: { ...side!, mrzLines: 3 } }],
  ['otherSide', { ...GOOD, side: { ...side!, mrzLines: null, resemblance: 0.9 } }],
  ['glare',   { ...GOOD, quality: { ...quality!, glareFraction: 0.1 } }],
  ['fingers', { ...GOOD, quality: { ...quality!, occludedFraction: 0.2 } }],
  ['still',   { ...GOOD, moved: 0.1 }],
  ['focus',   { ...GOOD, quality: { ...quality!, sharpness: 10 } }],
] as const satisfies readonly (readonly [GuidanceId, Look])[];

/** Looks at a pace, one after the other. */
function after(ids: readonly GuidanceId[], everyMs: number, from: Guided<GuidanceId> = UNGUIDED): Guided<GuidanceId> {
  return ids.reduce((guided, id, i) => guide(guided, id, 1000 + i * everyMs), from);
}

describe('the guidance', () => {
  it.each(ANALYSES)('says %s', (id, analysis) => expect(guidanceFor(analysis)).toBe(id));

  it('has a look for each of its rows', () => {
    expect(new Set(ANALYSES.map(([id]) => id))).toEqual(new Set(['hold', ...GUIDANCE.map(({ id }) => id)]));
  });

  it('takes the picture after three good frames, on slow devices as on fast ones', () => {
    expect(after(['hold', 'hold'], 2000).steady).toBeLessThan(1);
    expect(after(['hold', 'hold', 'hold'], 500).steady).toBe(1);
    expect(after(['hold', 'hold', 'hold'], 100).steady).toBeLessThan(1);
    expect(after(Array<GuidanceId>(10).fill('hold'), 100).steady).toBe(1);
  });

  it('does not flicker: one odd look changes no words', () => {
    expect(after(['fit', 'closer', 'fit', 'fit'], 700).line).toBe('fit');
    expect(after(['fit', 'closer', 'closer'], 700).line).toBe('closer');
  });

  it('never takes a picture right after a look that spoke against it', () => {
    const ids = GUIDANCE.map(({ id }) => id as GuidanceId);
    const any = fc.array(fc.constantFrom<GuidanceId>('hold', ...ids), { maxLength: 30 });
    fc.assert(
      fc.property(any, fc.constantFrom(...ids), fc.integer({ min: 20, max: 3000 }), (before, bad, everyMs) => {
        const guided = after([...before, bad], everyMs);
        expect(guided.steady).toBe(0);
        expect(guide(guided, 'hold', 1e9).steady).toBeLessThan(1);
      }),
    );
  });

  it('knows no movement without two frames', () => {
    expect(movement(null, document!.quad)).toBeNull();
    expect(movement(document!.quad, document!.quad)).toBe(0);
  });
});
