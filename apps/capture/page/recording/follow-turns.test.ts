import type { AnalysedFace, FaceFrameAnalysis } from '@reident/engine/live-faces';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTurns, judgeTurn } from './follow-turns.ts';

const pose = (yawDegrees: number) => ({ pose: { yawDegrees, pitchDegrees: 0, rollDegrees: 0 } });

function analysis(...yaws: number[]): FaceFrameAnalysis {
  const quad = [[0, 0], [1, 0], [1, 1], [0, 1]] as const; // biome-ignore format: corners
  const occlusion = { eyeLuma: 0.7, eyeVariation: 0.2, lowerHue: 0.05, lowerVariation: 0.3 };
  const measured = { score: 0.9, eyeDistance: 100, sharpness: 90, brightness: 100, glareFraction: 0, quad, occlusion };
  return { faces: yaws.map((yaw): AnalysedFace => ({ ...measured, ...pose(yaw) })), unclear: 0, frameBrightness: 100 };
}

describe('a head that is asked to turn', () => {
  // biome-ignore format: a table
  it.each([
    // prompt    yaw   straight  answered  line          what the customer did
    ['center',     3,    0,      true,     'asked',      'looked ahead'],
    ['center',    14,    0,      false,    'straighten', 'is still turned'],
    ['center',   -14,    0,      false,    'straighten', 'is still turned the other way'],
    ['left',       2,    0,      false,    'asked',      'has not begun'],
    ['left',      10,    0,      false,    'further',    'turned a little to the own left: the picture’s right'],
    ['left',      22,    0,      true,     'asked',      'turned to the own left'],
    ['left',      20,    8,      false,    'further',    'turned, but always looks a little that way'],
    ['left',     -20,    0,      false,    'otherWay',   'took the other side'],
    ['right',    -22,    0,      true,     'asked',      'turned to the own right'],
    ['right',    -10,    0,      false,    'further',    'turned a little to the own right'],
    ['right',     15,    0,      false,    'otherWay',   'took the other side'],
  ] as const)('%s at %i degrees, straight ahead at %i: answered %s, %s (%s)', (prompt, yaw, straight, answered, line, _what) => {
    expect(judgeTurn(prompt, pose(yaw), straight)).toMatchObject({ answered, line });
  });

  it('is never told to have turned both ways at once, and has made the movement when it is answered', () => {
    const angle = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(angle, fc.double({ min: -9, max: 9, noNaN: true }), (yaw, straight) => {
        const [left, right] = [judgeTurn('left', pose(yaw), straight), judgeTurn('right', pose(yaw), straight)];
        expect(left.answered && right.answered).toBe(false);
        for (const { answered, made } of [left, right]) expect(answered ? made : 1).toBe(1);
      }),
    );
  });

  it('is measured from how it looked straight ahead', () => {
    const follow = followTurns();
    expect(follow('center', analysis(8), 0).answered).toBe(true);
    expect(follow('left', analysis(20), 1_000).answered).toBe(false);
    expect(follow('left', analysis(27), 1_100).answered).toBe(true);
  });

  it('is not held up where no face was found under the prompt, and is where it has left the picture', () => {
    const follow = followTurns();
    expect(follow('center', analysis(), 0).answered).toBeNull();
    expect(follow('center', analysis(0), 100).answered).toBe(true);
    expect(follow('center', analysis(), 200).answered).toBe(false);
    expect(follow('left', analysis(), 300).answered).toBeNull();
  });

  it('reads the prompt before it is told more, and words do not flicker', () => {
    const follow = followTurns();
    const lines = [0, 200, 400, 1_300, 1_400].map((now) => follow('left', analysis(10), now).seen.line);
    expect(lines).toEqual(['asked', 'asked', 'asked', 'further', 'further']);
    expect(follow('left', analysis(), 1_500).seen.line).toBe('further');
  });
});
