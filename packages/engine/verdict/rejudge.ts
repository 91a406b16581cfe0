import type { Finding } from '../checks/define-check.ts';
import { evaluateChecks } from '../checks/evaluate-checks.ts';
import { type ThresholdValues, underThresholds } from '../checks/thresholds.ts';
import { type CapturedReading, type EvidenceOrder, gatherEvidence } from '../evidence/gather.ts';
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
  thresholds: ThresholdValues = {},
): Rejudgement {
  const after = underThresholds(thresholds, () => {
    const findings = evaluateChecks(gatherEvidence(readings, order));
    return { findings, verdict: weigh(findings) };
  });
  return { before: before.verdict, after: after.verdict, changed: changesBetween(before.findings, after.findings) };
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
