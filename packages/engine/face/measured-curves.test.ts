import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { THRESHOLDS } from '../thresholds/thresholds.ts';
import type { FaceCurve } from './curve.ts';

const curves = JSON.parse(readFileSync(path.join(import.meta.dirname, 'measured-curves.json'), 'utf8')) as Record<
  'photographs' | 'printed',
  FaceCurve
>;
const at = ({ points }: FaceCurve, threshold: number) => points.find((point) => point.threshold === threshold)!;

test('a stranger is accepted in at most one of ten thousand pairs, bound included', () => {
  const { value } = THRESHOLDS.faceDistanceSame;
  for (const curve of Object.values(curves)) expect(at(curve, value).fmrUpper).toBeLessThanOrEqual(1e-4);
});

test('a face is refused only where at most one own face in a thousand lies', () => {
  const { value } = THRESHOLDS.faceDistanceOther;
  for (const curve of Object.values(curves)) expect(at(curve, value).fnmr).toBeLessThanOrEqual(1e-3);
});

test('with a wider limit strangers pass more often, and own faces are lost less often', () => {
  for (const { points } of Object.values(curves))
    for (const [index, point] of points.entries()) {
      const before = points[index - 1] ?? point;
      expect(point.fmr).toBeGreaterThanOrEqual(before.fmr);
      expect(point.fnmr).toBeLessThanOrEqual(before.fnmr);
      expect(point.fmr).toBeLessThanOrEqual(point.fmrUpper);
      expect(point.fnmr).toBeLessThanOrEqual(point.fnmrUpper);
    }
});

test('no curve that was measured elsewhere opens the production of an operator', () => {
  expect(Object.keys(curves)).toEqual(['photographs', 'printed']);
  for (const { method } of Object.values(curves)) expect(method).toContain('Labeled Faces in the Wild');
});
