import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  GOOD_ORDER,
  goodLiveness,
  goodPassportReadings,
  goodVideo,
} from '../../../tests/fixtures/engine/good-readings.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import type { CapturedReading } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import type { CaptureReading } from '../readings/capture.ts';
import {
  parseThresholdValues,
  STANDARD_THRESHOLDS,
  THRESHOLDS,
  type ThresholdName,
  thresholdsWith,
} from '../thresholds/thresholds.ts';
import { rejudge } from './rejudge.ts';
import { weigh } from './weigh.ts';

function judged() {
  const findings = evaluateChecks(gatherEvidence(goodPassportReadings(), GOOD_ORDER));
  return { findings, verdict: weigh(findings) };
}

test('judged again under the same rules, a case is what it was', () => {
  const before = judged();
  expect(rejudge(before, goodPassportReadings(), GOOD_ORDER)).toEqual({
    before: before.verdict,
    after: before.verdict,
    changed: [],
  });
});

test('a stricter threshold changes the finding that rests on it, and the verdict with it', () => {
  const before = judged();
  const strict = rejudge(before, goodPassportReadings(), GOOD_ORDER, { selfieSharpness: 100_000 });
  expect(strict.changed).toMatchObject([
    { check: 'selfie-in-focus', before: { outcome: 'pass' }, after: { outcome: 'fail', reason: 'SELFIE_BLURRY' } },
  ]);
  expect(strict.after).toMatchObject({ result: 'CANCELED', reason: 'SELFIE_BLURRY' });
  expect(judged()).toEqual(before);
});

test('a question that was not asked then is told as new', () => {
  const before = judged();
  const without = { ...before, findings: before.findings.filter(({ check }) => check !== 'selfie-in-focus') };
  expect(rejudge(without, goodPassportReadings(), GOOD_ORDER).changed).toMatchObject([
    { check: 'selfie-in-focus', before: null, after: { outcome: 'pass' } },
  ]);
});

// biome-ignore format: a table
const MEASURED_LATER = ['text', 'recapture', 'bezel', 'colour', 'hash', 'template', 'penStrokes', 'portraitSeams', 'unclearFaces'] as const satisfies readonly (keyof CaptureReading)[];

/** Readings of an engine that did not measure some of it yet, faces and frames included. */
function asReadBefore(readings: readonly CapturedReading[], absent: readonly string[]): CapturedReading[] {
  const without = JSON.stringify(readings, (key, value) => (absent.includes(key) ? undefined : value));
  return JSON.parse(without) as CapturedReading[];
}

test('a case whose readings lack what is measured today is judged all the same, and goes to a person', () => {
  const before = judged();
  const old = asReadBefore(goodPassportReadings(), [...MEASURED_LATER, 'occlusion', 'comparison']);
  const again = rejudge(before, old, GOOD_ORDER);
  expect(again.after.result).toBe('REVIEW_PENDING');
  expect(again.changed.map(({ check }) => check)).toContain('mrz-matches-viz');
  expect(again.changed.filter(({ after }) => after?.outcome === 'fail')).toEqual([]);
});

test('a measure that is missing never accuses anybody, whichever it is', () => {
  const before = judged();
  fc.assert(
    fc.property(fc.subarray([...MEASURED_LATER, 'occlusion', 'comparison']), (absent) => {
      const { changed } = rejudge(before, asReadBefore(goodPassportReadings(), absent), GOOD_ORDER);
      expect(changed.filter(({ after }) => after?.outcome === 'fail')).toEqual([]);
      if (absent.includes('text') || absent.includes('recapture')) expect(changed).not.toEqual([]);
    }),
  );
});

test('other values hold where they are handed in, and nowhere else', () => {
  const names = Object.keys(THRESHOLDS) as ThresholdName[];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 }),
      (name, value) => {
        const other = thresholdsWith({ [name]: value });
        expect(other.isBad(name, value)).toBe(false);
        expect(names.filter((one) => other.valueFor(one) !== STANDARD_THRESHOLDS.valueFor(one))).toEqual(
          value === THRESHOLDS[name].value ? [] : [name],
        );
        expect(STANDARD_THRESHOLDS.isBad(name, THRESHOLDS[name].value)).toBe(false);
      },
    ),
  );
});

test('a judgement asks the thresholds that it was given, and never those of the table beside them', () => {
  const before = judged();
  const [isBad, valueFor] = [vi.spyOn(STANDARD_THRESHOLDS, 'isBad'), vi.spyOn(STANDARD_THRESHOLDS, 'valueFor')];
  rejudge(before, [...goodPassportReadings(), goodLiveness(), goodVideo()], GOOD_ORDER, { selfieSharpness: 1 });
  expect([isBad.mock.calls, valueFor.mock.calls]).toEqual([[], []]);
  vi.restoreAllMocks();
});

test.each([
  [{ faceDistance: 0.5 }, 'there is no threshold called faceDistance'],
  [{ selfieYaw: '30' }, 'selfieYaw must be a number'],
  [{ selfieYaw: Number.NaN }, 'selfieYaw must be a number'],
])('%j is refused: %s', (values, why) => {
  expect(() => parseThresholdValues(values)).toThrow(why);
});
