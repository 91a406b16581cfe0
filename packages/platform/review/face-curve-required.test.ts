import { settingsOf } from '@reident/domain/tenant-settings';
import { parseFaceCurve, THRESHOLDS } from '@reident/engine';
import { expect, test } from 'vitest';
import { assertFaceCurveFor, policyInForce } from './review-policy.ts';

const point = (threshold: number) => ({ threshold, fmr: 0.001, fmrUpper: 0.01, fnmr: 0.02, fnmrUpper: 0.06 });
const MEASURED = {
  kind: 'reident-face-curve',
  method: 'photographs of the operator',
  optimistic: false,
  people: 40,
  genuine: 200,
  impostor: 2000,
  points: [point(THRESHOLDS.faceDistanceSame.value), point(THRESHOLDS.faceDistanceOther.value)],
};
const faceCurve = parseFaceCurve(JSON.stringify(MEASURED));

test.each([
  // kind      policy          with a curve  refused
  ['live', 'always', false, false],
  ['live', 'on_suspicion', false, true],
  ['live', 'never', false, true],
  ['live', 'on_suspicion', true, false],
  ['live', 'never', true, false],
  ['sandbox', 'never', false, false],
] as const)('a %s tenant with the policy %s, measured %s, is refused: %s', (kind, policy, measured, refused) => {
  const config = { faceCurve: measured ? faceCurve : null };
  const set = () => assertFaceCurveFor(kind, policy, config);
  if (refused) expect(set).toThrow(/REIDENT_FACE_CURVE/);
  else expect(set).not.toThrow();
  const settings = settingsOf(kind, { reviewPolicy: policy });
  expect(policyInForce({ kind, settings }, config)).toBe(refused ? 'always' : policy);
});

test.each([
  ['what is no JSON', 'no', /not JSON/],
  ['another file', '{}', /no curve/],
  ['simulated pairs', JSON.stringify({ ...MEASURED, optimistic: true }), /simulated/],
  ['too few people', JSON.stringify({ ...MEASURED, genuine: 12 }), /fewer than 30/],
  ['a curve that leaves out the threshold', JSON.stringify({ ...MEASURED, points: [point(0.3)] }), /no point/],
  ['a curve without shares', JSON.stringify({ ...MEASURED, points: [{ threshold: 0.92 }] }), /no point/],
])('a curve is not taken from %s', (_, text, why) => {
  expect(() => parseFaceCurve(text)).toThrow(why);
});
