import type { Finding } from '../checks/definition/define-check.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import type { CapturedReading, EvidenceOrder } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { type ThresholdValues, thresholdsWith } from '../thresholds/thresholds.ts';
import { type Verdict, weigh } from './weigh.ts';

export interface Judgement {
  findings: readonly Finding[];
  verdict: Verdict;
}

/** What one question answered then and would answer now; null where it was not, or is no longer, asked. */
export interface ChangedFinding {
  check: string;
  before: Pick<Finding, 'outcome' | 'reason'> | null;
  after: Pick<Finding, 'outcome' | 'reason'> | null;
}

export interface Rejudgement {
  before: Verdict;
  after: Verdict;
  changed: ChangedFinding[];
}

/** Readings that were kept, judged under today's rules, or under other thresholds. Nothing is decoded and nothing is changed. */
export function rejudge(
  before: Judgement,
  readings: readonly CapturedReading[],
  order: EvidenceOrder,
  values: ThresholdValues = {},
): Rejudgement {
  const thresholds = thresholdsWith(values);
  const findings = evaluateChecks(gatherEvidence(readings, order, thresholds), thresholds);
  return { before: before.verdict, after: weigh(findings), changed: changesBetween(before.findings, findings) };
}

function changesBetween(before: readonly Finding[], after: readonly Finding[]): ChangedFinding[] {
  const answers = (findings: readonly Finding[]) => new Map(findings.map((finding) => [finding.check, finding]));
  const [then, now] = [answers(before), answers(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((check) => {
    const [old, fresh] = [then.get(check), now.get(check)];
    if (old?.outcome === fresh?.outcome && old?.reason === fresh?.reason) return [];
    return [{ check, before: answerOf(old), after: answerOf(fresh) }];
  });
}

function answerOf(finding: Finding | undefined): ChangedFinding['before'] {
  return finding ? { outcome: finding.outcome, reason: finding.reason } : null;
}
