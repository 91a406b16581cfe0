import {
  IDENT_RESULTS,
  type IdentResult,
  isIdentResult,
  REASON_CODES,
  REASONS,
  RESULT_BY_GROUP,
  type Reason,
  SCENARIOS,
} from '@reident/domain';
import { CliError } from './cli-error.ts';
import { nearest } from './output.ts';

/** What the provider is made to report, one after the other. */
export interface PlannedOutcome {
  name: string;
  steps: readonly { result: IdentResult; reason: Reason | null }[];
}

/** Everything that `trigger` understands, with where it comes from. */
export const OUTCOME_NAMES: readonly { name: string; kind: 'test case' | 'result' | 'reason' }[] = [
  ...Object.keys(SCENARIOS.guide)
    .filter((name) => !isReason(name))
    .map((name) => ({ name, kind: 'test case' as const })),
  ...IDENT_RESULTS.filter((name) => !(name in SCENARIOS.guide)).map((name) => ({ name, kind: 'result' as const })),
  ...REASON_CODES.map((name) => ({ name, kind: 'reason' as const })),
];

/**
 * The outcome that a name stands for: a test case, a provider's result, or a failure reason, whose group says the result.
 *
 * A test case wins where a result has the same name: `CANCELED` is the guide's test case.
 *
 * @throws CliError `misuse` for an unknown name, with the nearest known one
 */
export function plannedOutcome(typed: string, typedReason?: string): PlannedOutcome {
  const name = typed.toUpperCase();
  const reason = typedReason?.toUpperCase();
  if (reason !== undefined && !isReason(reason)) throw unknown('reason', reason, REASON_CODES);
  if (reason !== undefined) {
    if (!isIdentResult(name)) throw unknown('result', name, IDENT_RESULTS);
    return { name, steps: [{ result: name, reason }] };
  }
  if (isReason(name)) return { name, steps: [{ result: RESULT_BY_GROUP[REASONS[name].group], reason: name }] };
  const scenario = Object.hasOwn(SCENARIOS.guide, name) ? SCENARIOS.guide[name] : undefined;
  if (scenario) return { name, steps: scenario.steps };
  if (isIdentResult(name)) return { name, steps: [{ result: name, reason: null }] };
  throw unknown(
    'outcome',
    name,
    OUTCOME_NAMES.map((known) => known.name),
  );
}

function isReason(name: string): name is Reason {
  return Object.hasOwn(REASONS, name);
}

function unknown(what: string, typed: string, known: readonly string[]): CliError {
  const near = nearest(typed, known);
  const hint = near === null ? '"reident trigger --list" prints all of them.' : `Did you mean ${near}?`;
  return new CliError('misuse', `There is no ${what} ${typed}`, hint);
}
