import type { GatheredEvidence } from '../evidence/evidence.ts';
import { CHECKS } from './catalogue.ts';
import type { Finding } from './define-check.ts';

/** Asks every question. A question whose evidence is missing is listed with what is missing, and never counts as passed. */
export function evaluateChecks(evidence: GatheredEvidence): Finding[] {
  return CHECKS.map((check) => check.answer(evidence));
}
