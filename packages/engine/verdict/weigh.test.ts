import { REASONS, type Reason } from '@reident/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GOOD_ORDER, goodPassportReadings } from '../../../tests/fixtures/engine/good-readings.ts';
import { CHECKS } from '../checks/catalogue.ts';
import type { Finding, Outcome } from '../checks/definition/define-check.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { weigh } from './weigh.ts';

const allPass: Finding[] = CHECKS.map(({ id }) => ({
  check: id,
  outcome: 'pass',
  reason: null,
  observed: {},
}));

function withFinding(check: string, change: Partial<Finding>): Finding[] {
  return allPass.map((finding) => (finding.check === check ? { ...finding, ...change } : finding));
}

test('a good session is a success', () => {
  const verdict = weigh(evaluateChecks(gatherEvidence(goodPassportReadings(), GOOD_ORDER)));
  expect(verdict).toMatchObject({ result: 'SUCCESS', reason: null });
});

// biome-ignore format: a table
const LINES: [string, Finding[], string, Reason | null][] = [
  ['a failure for a fraud reason', withFinding('not-a-specimen', { outcome: 'fail', reason: 'WARNING_FAKED_SPECIMEN' }), 'FRAUD_SUSPICION_PENDING', 'WARNING_FAKED_SPECIMEN'],
  ['a doubt about fraud', withFinding('not-a-specimen', { outcome: 'inconclusive', reason: 'WARNING_FAKED_SPECIMEN' }), 'REVIEW_PENDING', null],
  ['a failure that the user can mend', withFinding('document-in-focus', { outcome: 'fail', reason: 'ID_BLURRY' }), 'CANCELED', 'ID_BLURRY'],
  ['a doubt about legibility', withFinding('mrz-readable', { outcome: 'inconclusive', reason: 'ID_DATA' }), 'REVIEW_PENDING', null],
  ['a question that could not be asked', withFinding('minimum-age', { outcome: 'not_applicable', missing: ['mrz'] }), 'REVIEW_PENDING', null],
  ['a question that does not arise', withFinding('address-shown', { outcome: 'not_applicable' }), 'SUCCESS', null],
  ['a check that is not there', allPass.slice(1), 'REVIEW_PENDING', null],
  ['no finding at all', [], 'REVIEW_PENDING', null],
];

test.each(LINES)('%s', (_, findings, result, reason) => {
  expect(weigh(findings)).toMatchObject({ result, reason });
});

test('a doubt about fraud is not hidden by a blurred picture', () => {
  const findings = [
    ...withFinding('document-in-focus', { outcome: 'fail', reason: 'ID_BLURRY' }).filter(
      ({ check }) => check !== 'not-a-specimen',
    ),
    {
      ...allPass[0]!,
      check: 'not-a-specimen',
      outcome: 'inconclusive',
      reason: 'WARNING_FAKED_SPECIMEN',
    } satisfies Finding,
  ];
  expect(weigh(findings).result).toBe('REVIEW_PENDING');
});

test('of several failures the first in the order of the checks gives the reason, and all are named', () => {
  const dark = { outcome: 'fail', reason: 'ID_DARKNESS' } as const;
  const blurred = { outcome: 'fail', reason: 'ID_BLURRY' } as const;
  const findings = allPass.map((finding) => ({
    ...finding,
    ...(finding.check === 'document-bright-enough' ? dark : finding.check === 'document-in-focus' ? blurred : {}),
  }));
  expect(weigh(findings.reverse())).toEqual({
    result: 'CANCELED',
    reason: 'ID_DARKNESS',
    because: ['document-bright-enough', 'document-in-focus'],
  });
});

/** Any answer that the checks can give. */
const anyFindings = fc.tuple(
  ...CHECKS.map(({ id, raises }) =>
    fc
      .record({
        outcome: fc.constantFrom<Outcome>('pass', 'fail', 'inconclusive', 'not_applicable'),
        reason: fc.constantFrom(...raises),
        missing: fc.boolean(),
      })
      .map(({ outcome, reason, missing }): Finding => {
        const judged = outcome === 'fail' || outcome === 'inconclusive';
        return {
          check: id,
          outcome,
          reason: judged ? reason : null,
          observed: {},
          ...(outcome === 'not_applicable' && missing ? { missing: ['mrz'] } : {}),
        };
      }),
  ),
);

test('a success means that every check passed or did not apply', () => {
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const clean = findings.every(
        ({ outcome, missing }) => outcome === 'pass' || (outcome === 'not_applicable' && !missing),
      );
      expect(weigh(findings).result === 'SUCCESS').toBe(clean);
    }),
    { numRuns: 500 },
  );
});

const LADDER: readonly Outcome[] = ['pass', 'inconclusive', 'fail'];
const SEVERITY = ['SUCCESS', 'REVIEW', 'CANCELED', 'REVIEW_FOR_FRAUD', 'FRAUD_SUSPICION_PENDING'];

function severityOf(findings: Finding[]): number {
  const { result, because } = weigh(findings);
  if (result !== 'REVIEW_PENDING') return SEVERITY.indexOf(result);
  const forFraud = findings.some(
    ({ check, reason }) =>
      because.includes(check) && reason !== null && REASONS[reason].group === 'FRAUD_SUSPICION_CONFIRMED',
  );
  return SEVERITY.indexOf(forFraud ? 'REVIEW_FOR_FRAUD' : 'REVIEW');
}

test('a worse answer to one question never makes the verdict better', () => {
  fc.assert(
    fc.property(anyFindings, fc.nat(CHECKS.length - 1), fc.nat(1), (findings, at, rung) => {
      const { raises } = CHECKS[at]!;
      const answer = (outcome: Outcome): Finding[] =>
        findings.map((finding, i) =>
          i === at
            ? { ...finding, missing: undefined, outcome, reason: outcome === 'pass' ? null : raises[0]! }
            : finding,
        );
      expect(severityOf(answer(LADDER[rung + 1]!))).toBeGreaterThanOrEqual(severityOf(answer(LADDER[rung]!)));
    }),
    { numRuns: 500 },
  );
});
