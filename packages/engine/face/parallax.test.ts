import { expect, test } from 'vitest';
import { turnedHead } from '../../../tests/fixtures/engine/good-readings.ts';
import type { Point } from '../readings/quad.ts';
import { THRESHOLDS } from '../thresholds/thresholds.ts';
import { parallaxResidual } from './parallax.ts';

const FRONTAL = turnedHead(0);
/** In the unit of the landmarks. */
const EYE_DISTANCE = 0.094;
const LIMIT = THRESHOLDS.headParallax.value;

/** The same features on a sheet that is turned about its upright axis, seen from so many of its widths away. */
function turnedSheet(degrees: number, away = 3): Point[] {
  const turn = (degrees * Math.PI) / 180;
  return FRONTAL.map(([x, y]) => {
    const across = x - 0.5;
    const nearer = away / (away + across * Math.sin(turn) * 5);
    return [0.5 + across * Math.cos(turn) * nearer, 0.5 + (y - 0.5) * nearer];
  });
}

test.each([8, 15, 25, -20])('a sheet turned by %d degrees leaves nothing over', (degrees) => {
  expect(parallaxResidual(FRONTAL, turnedSheet(degrees), EYE_DISTANCE)).toBeLessThan(0.005);
});

test.each([18, 25, -25])('a ball turned by %d degrees leaves more than any sheet', (degrees) => {
  expect(parallaxResidual(FRONTAL, turnedHead(degrees), EYE_DISTANCE)).toBeGreaterThan(LIMIT);
});

test('distance and place in the picture do not matter', () => {
  const nearer = turnedHead(25).map(([x, y]): Point => [3 * x + 40, 3 * y - 7]);
  const there = parallaxResidual(FRONTAL, turnedHead(25), EYE_DISTANCE)!;
  expect(parallaxResidual(FRONTAL, nearer, 3 * EYE_DISTANCE)).toBeCloseTo(there, 4);
});

test('too few features, or other ones, tell nothing', () => {
  expect(parallaxResidual(FRONTAL.slice(0, 8), FRONTAL.slice(0, 8), EYE_DISTANCE)).toBeNull();
  expect(parallaxResidual(FRONTAL, FRONTAL.slice(1), EYE_DISTANCE)).toBeNull();
  expect(parallaxResidual(FRONTAL, FRONTAL, 0)).toBeNull();
});
