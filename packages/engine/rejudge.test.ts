import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateChecks } from './checks/evaluate-checks.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { rejudge } from './rejudge.ts';
import { GOOD_ORDER, goodPassportSitting } from './test-support/good-readings.ts';
import { isBad, parseThresholdValues, THRESHOLDS, type ThresholdName, underThresholds } from './thresholds.ts';
import { weigh } from './weigh.ts';

function judged() {
  const findings = evaluateChecks(gatherEvidence(goodPassportSitting(), GOOD_ORDER));
  return { findings, verdict: weigh(findings) };
}

test('judged again under the same rules, a case is what it was', () => {
  const before = judged();
  expect(rejudge(before, goodPassportSitting(), GOOD_ORDER)).toEqual({
    before: before.verdict,
    after: before.verdict,
    changed: [],
  });
});

test('a stricter threshold changes the finding that rests on it, and the verdict with it', () => {
  const before = judged();
  const strict = rejudge(before, goodPassportSitting(), GOOD_ORDER, { selfieSharpness: 100_000 });
  expect(strict.changed).toMatchObject([
    { check: 'selfie-in-focus', before: { outcome: 'pass' }, after: { outcome: 'fail', reason: 'SELFIE_BLURRY' } },
  ]);
  expect(strict.after).toMatchObject({ result: 'CANCELED', reason: 'SELFIE_BLURRY' });
  expect(judged()).toEqual(before);
});

test('a question that was not asked then is told as new', () => {
  const before = judged();
  const without = { ...before, findings: before.findings.filter(({ check }) => check !== 'selfie-in-focus') };
  expect(rejudge(without, goodPassportSitting(), GOOD_ORDER).changed).toMatchObject([
    { check: 'selfie-in-focus', before: null, after: { outcome: 'pass' } },
  ]);
});

test('other values hold for one judgement only, also when it fails', () => {
  const names = fc.constantFrom(...(Object.keys(THRESHOLDS) as ThresholdName[]));
  fc.assert(
    fc.property(names, fc.double({ noNaN: true, min: -1000, max: 1000 }), (name, value) => {
      const measured = THRESHOLDS[name].value;
      underThresholds({ [name]: value }, () => {
        expect(isBad(name, value)).toBe(false);
      });
      expect(() =>
        underThresholds({ [name]: value }, () => {
          throw new Error('a bug');
        }),
      ).toThrow('a bug');
      expect(isBad(name, measured)).toBe(false);
    }),
  );
});

test.each([
  [{ faceDistance: 0.5 }, 'there is no threshold called faceDistance'],
  [{ selfieYaw: '30' }, 'selfieYaw must be a number'],
  [{ selfieYaw: Number.NaN }, 'selfieYaw must be a number'],
])('%j is refused: %s', (values, why) => {
  expect(() => parseThresholdValues(values)).toThrow(why);
});
