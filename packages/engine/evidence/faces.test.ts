import { expect, test } from 'vitest';
import { goodFace, goodFrame } from '../../../tests/fixtures/engine/good-readings.ts';
import { EMBEDDING_VERSION } from '../face/embedding-distance.ts';
import type { FaceReading } from '../readings/face.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import type { LivenessFrame, PicturedFace } from './evidence.ts';
import { differenceBetween } from './faces.ts';

const from = { step: 'selfie', source: 'camera', capturedAt: '2026-06-15T10:00:00Z', quad: null } as const;

/** Faces that differ in one direction only, by degrees: 60 degrees are a distance of 1. */
const face = (degrees: number, change: Partial<FaceReading> = {}): PicturedFace => {
  const radians = (degrees * Math.PI) / 180;
  const descriptor = [Math.cos(radians), Math.sin(radians)];
  return { ...goodFace({ descriptor, descriptorVersion: EMBEDDING_VERSION, ...change }), from };
};
const liveness = (...faces: FaceReading[]): LivenessFrame[] => [
  { prompt: 'center', face: null, image: goodFrame(0, 'center').image, frames: faces.map((one) => [one]) },
];
const degreesBetween = (frames: LivenessFrame[] | null) => {
  const distance = differenceBetween(face(0), face(60), frames, STANDARD_THRESHOLDS);
  if (typeof distance !== 'number') throw new Error('they are comparable');
  return (2 * Math.asin(distance / 2) * 180) / Math.PI;
};

test('frontal frames of the liveness check are taken together with the selfie', () => {
  expect(degreesBetween(null)).toBeCloseTo(60, 6);
  expect(degreesBetween(liveness(face(20)))).toBeCloseTo(40, 6);
});

test.each([
  ['a turned face', face(20, { pose: { yawDegrees: 25, pitchDegrees: 0, rollDegrees: 0 } })],
  ['a face that is not surely of the same person as the selfie', face(0)],
  ['a face of another version', face(20, { descriptorVersion: undefined })],
])('%s does not speak for the selfie', (_, frame) => {
  expect(degreesBetween(liveness(frame))).toBeCloseTo(60, 6);
});

test('a selfie of another version has no distance, whatever the frames are', () => {
  const old = face(0, { descriptorVersion: undefined });
  expect(differenceBetween(face(0), old, liveness(face(0)), STANDARD_THRESHOLDS)).toBe('not_comparable');
});
