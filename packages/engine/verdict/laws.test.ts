import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  captured,
  GOOD_ORDER,
  goodCardReadings,
  goodMrz,
  goodPassportReadings,
} from '../../../tests/fixtures/engine/good-readings.ts';
import { CHECKS } from '../checks/catalogue.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { MINIMUM_CONFIDENCE } from '../mrz-reader/read-mrz.ts';
import { STANDARD_THRESHOLDS, THRESHOLDS } from '../thresholds/thresholds.ts';
import { weigh } from './weigh.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2065-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function outcomeOf(check: string, session: ReturnType<typeof goodPassportReadings>, order: Partial<typeof GOOD_ORDER>) {
  const evidence = gatherEvidence(session, { ...GOOD_ORDER, ...order });
  return CHECKS.find(({ id }) => id === check)!.answer(evidence, STANDARD_THRESHOLDS).outcome;
}

test('a later capture never makes an expired document valid', () => {
  fc.assert(
    fc.property(day, day, day, (expiry, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      // Two digits tell a year within half a century; the dates here lie closer together.
      fc.pre(Math.abs(Number(expiry.slice(0, 4)) - Number(later.slice(0, 4))) < 45);
      fc.pre(Math.abs(Number(expiry.slice(0, 4)) - Number(earlier.slice(0, 4))) < 45);
      const session = [
        captured('document_data_page', { mrz: goodMrz({ expiryDate: expiry.slice(2).replaceAll('-', '') }) }),
      ];
      const before = outcomeOf('document-not-expired', session, { capturedOn: earlier });
      const after = outcomeOf('document-not-expired', session, { capturedOn: later });
      expect(before === 'fail' && after !== 'fail').toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a later capture never makes anyone younger', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 40 }), (one, other, minimumAgeYears) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      const before = outcomeOf('minimum-age', goodPassportReadings(), { capturedOn: earlier, minimumAgeYears });
      const after = outcomeOf('minimum-age', goodPassportReadings(), { capturedOn: later, minimumAgeYears });
      expect(before === 'pass' && after === 'fail').toBe(false);
    }),
  );
});

test('taking any picture away never leads to a success', () => {
  const sessions = [goodPassportReadings(), goodCardReadings()];
  for (const session of sessions) {
    for (let i = 0; i < session.length; i++) {
      const rest = session.filter((_, at) => at !== i);
      expect(weigh(evaluateChecks(gatherEvidence(rest, GOOD_ORDER))).result).not.toBe('SUCCESS');
    }
  }
});

test('a reading that lacks any of its parts never leads to a success', () => {
  const [page, selfie, liveness] = goodPassportReadings();
  for (const [whole, others] of [
    [page!, [selfie!, liveness!]],
    [selfie!, [page!, liveness!]],
  ] as const) {
    for (const part of ['mrz', 'faces', 'quality'] as const) {
      if (whole.reading[part] === undefined || (part === 'quality' && whole === selfie)) continue;
      const lacking = { ...whole, reading: { ...whole.reading, [part]: part === 'quality' ? null : undefined } };
      expect(weigh(evaluateChecks(gatherEvidence([lacking, ...others], GOOD_ORDER))).result, part).not.toBe('SUCCESS');
    }
  }
});

test('the picture that was taken again counts, whatever came before it', () => {
  const blurred = captured('document_data_page', { mrz: undefined });
  const [page, ...others] = goodPassportReadings();
  expect(weigh(evaluateChecks(gatherEvidence([blurred, page!, ...others], GOOD_ORDER))).result).toBe('SUCCESS');
  expect(weigh(evaluateChecks(gatherEvidence([page!, blurred, ...others], GOOD_ORDER))).result).not.toBe('SUCCESS');
});

test('an MRZ counts as read at the confidence that the reader calls accepted', () => {
  expect(THRESHOLDS.mrzConfidence.value).toBe(MINIMUM_CONFIDENCE);
});
