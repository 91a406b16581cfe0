import type { GatheredEvidence } from '../evidence/evidence.ts';
import { STANDARD_THRESHOLDS, type Thresholds } from '../thresholds/thresholds.ts';
import { CHECKS } from './catalogue.ts';
import type { Finding } from './definition/define-check.ts';

/**
 * Asks every question. A question whose evidence is missing is listed with what is missing, and never counts as passed.
 *
 * @param thresholds  those under which the evidence was gathered
 */
export function evaluateChecks(evidence: GatheredEvidence, thresholds: Thresholds = STANDARD_THRESHOLDS): Finding[] {
  return CHECKS.map((check) => check.answer(evidence, thresholds));
}
