import { isBad, THRESHOLDS } from '@reident/engine/live';
import type { AnalysedFace, FaceFrameAnalysis } from '@reident/engine/live-faces';
import { describe, expect, it } from 'vitest';
import { FACE_GUIDANCE, type FaceGuidanceId, faceGuidanceFor, faceInFrame } from './face-guidance.ts';

const RATIO = 3 / 4;

const BARE = { eyeLuma: 0.7, eyeVariation: 0.2, lowerHue: 0.05, lowerVariation: 0.3 };

/** A face of the height of seven tenths of the picture's width, its middle where the caller says. */
function face(change: Partial<AnalysedFace> = {}, middle = [0.5, 0.5], height = 0.7): AnalysedFace {
  const [dx, dy] = [(0.72 * height) / 2, (height * RATIO) / 2];
  const [x, y] = middle as [number, number];
  return {
    quad: [
      [x - dx, y - dy],
      [x + dx, y - dy],
      [x + dx, y + dy],
      [x - dx, y + dy],
    ],
    score: 0.95,
    pose: { yawDegrees: 2, pitchDegrees: -4, rollDegrees: 1 },
    eyeDistance: 180,
    sharpness: 120,
    brightness: 110,
    glareFraction: 0,
    occlusion: BARE,
    ...change,
  };
}

const GOOD: FaceFrameAnalysis = { faces: [face()], unclear: 0, frameBrightness: 120 };
const turned = (yawDegrees: number, pitchDegrees = 0, rollDegrees = 0) =>
  face({ pose: { yawDegrees, pitchDegrees, rollDegrees } });

// biome-ignore format: a table
const ANALYSES = [
  ['hold',     GOOD],
  ['hold',     { ...GOOD, faces: [face(), face({ eyeDistance: 40 })] }],
  ['dark',     { ...GOOD, faces: [face({ brightness: 12 })] }],
  ['dark',     { faces: [], unclear: 0, frameBrightness: 8 }],
  ['hidden',   { faces: [], unclear: 1, frameBrightness: 90 }],
  ['nobody',   { faces: [], unclear: 0, frameBrightness: 90 }],
  ['several',  { ...GOOD, faces: [face(), face({ eyeDistance: 150 })] }],
  ['nearer',   { ...GOOD, faces: [face({}, [0.5, 0.5], 0.25)] }],
  ['nearer',   { ...GOOD, faces: [face({ eyeDistance: 30 })] }],
  ['back',     { ...GOOD, faces: [face({}, [0.5, 0.5], 1.05)] }],
  ['back',     { ...GOOD, faces: [face({}, [0.8, 0.5])] }],
  ['middle',   { ...GOOD, faces: [face({}, [0.7, 0.5])] }],
  ['middle',   { ...GOOD, faces: [face({}, [0.5, 0.65])] }],
  ['straight', { ...GOOD, faces: [turned(25)] }],
  ['straight', { ...GOOD, faces: [turned(0, -25)] }],
  ['upright',  { ...GOOD, faces: [turned(0, 0, -30)] }],
  ['eyes',     { ...GOOD, faces: [face({ occlusion: { ...BARE, eyeLuma: 0.1, eyeVariation: 0.01 } })] }],
  ['hold',     { ...GOOD, faces: [face({ occlusion: { ...BARE, eyeLuma: 0.3 } })] }],
  ['mouth',    { ...GOOD, faces: [face({ occlusion: { ...BARE, lowerHue: 0.5, lowerVariation: 0.04 } })] }],
  ['hold',     { ...GOOD, faces: [face({ occlusion: { ...BARE, lowerVariation: 0.07 } })] }],
  ['shine',    { ...GOOD, faces: [face({ glareFraction: 0.3 })] }],
  ['focus',    { ...GOOD, faces: [face({ sharpness: 4 })] }],
] as const satisfies readonly (readonly [FaceGuidanceId, FaceFrameAnalysis])[];

describe('the guidance of a face', () => {
  it.each(ANALYSES)('says %s', (id, analysis) => expect(faceGuidanceFor(faceInFrame(analysis, RATIO, null))).toBe(id));

  it('asks to hold still when the face moved since the last look', () => {
    const before = faceInFrame({ ...GOOD, faces: [face({}, [0.46, 0.5])] }, RATIO, null);
    expect(faceGuidanceFor(faceInFrame(GOOD, RATIO, before))).toBe('still');
    expect(faceGuidanceFor(faceInFrame(GOOD, RATIO, faceInFrame(GOOD, RATIO, null)))).toBe('hold');
  });

  it('has a look for each of its rows', () => {
    expect(new Set<string>([...ANALYSES.map(([id]) => id), 'still'])).toEqual(
      new Set(['hold', ...FACE_GUIDANCE.map(({ id }) => id)]),
    );
  });

  it('never takes for good what the server would send back', () => {
    expect(isBad('selfieYaw', THRESHOLDS.liveFaceTurn.value)).toBe(false);
    expect(isBad('headTurn', THRESHOLDS.liveHeadTurn.value)).toBe(false);
    expect(THRESHOLDS.liveHeadStraight.value).toBeLessThan(THRESHOLDS.headTurn.value);
  });

  it('measures places alike in pictures held upright and across', () => {
    const square = (ratio: number): AnalysedFace => {
      const [dx, dy] = ratio < 1 ? [0.3, 0.3 * ratio] : [0.3 / ratio, 0.3];
      return face({ quad: [[0.5 - dx, 0.5 - dy], [0.5 + dx, 0.5 - dy], [0.5 + dx, 0.5 + dy], [0.5 - dx, 0.5 + dy]] }); // biome-ignore format: corners
    };
    for (const ratio of [3 / 4, 1, 16 / 9]) {
      const { place } = faceInFrame({ ...GOOD, faces: [square(ratio)] }, ratio, null);
      expect(place!.size).toBeCloseTo(0.6);
      expect(place!.offCentre).toBeCloseTo(0);
    }
  });
});
