import type { Certainty } from './certainty.ts';
import { REASON_CODES, REASONS, RESULT_BY_GROUP, type Reason } from './reasons.ts';
import type { IdentResult } from './results.ts';

/** What a test case makes the provider answer, one step after the other. */
export interface Scenario {
  /** Upper case, as in the table. */
  name: string;
  prefix: ScenarioPrefix;
  steps: readonly ScenarioStep[];
}

export interface ScenarioStep {
  result: IdentResult;
  reason: Reason | null;
  /** Counted from the step before; the first one from the customer's submission. */
  afterSeconds: number;
}

/** Who plays the customer: a person (or a browser test) with `X-MANUALTEST`, the platform with `X-AUTOTEST`. */
export const SCENARIO_PREFIXES = ['X-MANUALTEST', 'X-AUTOTEST'] as const;
export type ScenarioPrefix = (typeof SCENARIO_PREFIXES)[number];

/** Whose meaning of the names holds: a setting of the sandbox tenant. */
export type Robots = 'guide' | 'idnow';

/** How long IDnow's robot takes for a review: one to two minutes, 24 hours for the long one. */
const REVIEW = 60;
const LONG_REVIEW = 24 * 60 * 60;
const CERTIFICATE = 10 * 60;

/** The guide's three, literally. */
// biome-ignore format: a table
export const GUIDE_SCENARIOS = {
  // test case              certainty    source              steps: result, reason, seconds after the step before
  HAPPYPATH:      scenario('published', 'guide, test cases', ['SUCCESS',                   null,                            0]),
  CANCELED:       scenario('published', 'guide, test cases', ['FRAUD_SUSPICION_CONFIRMED', 'WARNING_FAKED_MANIPULATED_ID',  0]),
  FRAUDIDENT:     scenario('published', 'guide, test cases', ['FAILED',                    'OTHER_ERROR',                   0]),
} as const satisfies Record<string, ScenarioRow>;

/** IDnow's own robots. Their reasons are ours where none is published. */
// biome-ignore format: a table
export const IDNOW_SCENARIOS = {
  // test case               certainty    source                    steps: result, reason, seconds after the step before
  HAPPYPATH:       scenario('published', 'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['SUCCESS',                   null,                  REVIEW]),
  CHANGEALL:       scenario('published', 'IDnow API, test robots', ['SUCCESS_DATA_CHANGED',    null, 0]),
  CHANGEALLREVIEW: scenario('published', 'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['SUCCESS_DATA_CHANGED',      null,                  REVIEW]),
  ABORTIDENT:      scenario('published', 'IDnow API, test robots', ['ABORTED',                 'USER_CANCELLATION_IDENTIFY_LATER', 0]),
  FRAUDIDENT:      scenario('published', 'IDnow API, test robots', ['FRAUD_SUSPICION_PENDING', null, 0], ['FRAUD_SUSPICION_CONFIRMED', 'WARNING_FRAUD_OTHER', REVIEW]),
  FRAUDREVIEW:     scenario('published', 'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['FRAUD_SUSPICION_CONFIRMED', 'WARNING_FRAUD_OTHER', REVIEW]),
  FRAUDOK:         scenario('published', 'IDnow API, test robots', ['FRAUD_SUSPICION_PENDING', null, 0], ['SUCCESS',                   null,                  REVIEW]),
  CANCELED:        scenario('disputed',  'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['CANCELED',                  'ID_BLURRY',           REVIEW]),
  LONGREVIEW:      scenario('published', 'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['SUCCESS',                   null,                  LONG_REVIEW]),
  HOLDCERTIFICATE: scenario('inferred',  'IDnow API, test robots', ['REVIEW_PENDING',          null, 0], ['SUCCESS',                   null,                  CERTIFICATE]),
  CHECKPENDING:    scenario('seen',      'resellers of IDnow',     ['CHECK_PENDING',           null, 0]),
} as const satisfies Record<string, ScenarioRow>;

/** Every reason is a test case under its own name, with the result of its group. Ours. */
export const REASON_SCENARIOS: Readonly<Record<Reason, ScenarioRow>> = Object.fromEntries(
  REASON_CODES.map((code) => [
    code,
    scenario('ours', 'docs/decisions/0003', [RESULT_BY_GROUP[REASONS[code].group], code, 0]),
  ]),
) as Record<Reason, ScenarioRow>;

/** All names per setting. The name of a reason is never the name of a robot, so nothing shadows anything. */
export const SCENARIOS: Readonly<Record<Robots, Readonly<Record<string, ScenarioRow>>>> = {
  guide: { ...GUIDE_SCENARIOS, ...REASON_SCENARIOS },
  idnow: { ...IDNOW_SCENARIOS, ...REASON_SCENARIOS },
};

/** Other spellings of a test case. */
const ALIASES: Readonly<Record<string, string>> = { CANCELLED: 'CANCELED' };

export interface ScenarioRow {
  certainty: Certainty;
  source: string;
  steps: readonly ScenarioStep[];
}

/**
 * The test case that a name asks for, or null when neither name is one. The first name is looked at first; case does not
 * matter. Whether test cases count at all (in sandbox tenants only) is for the caller to know.
 */
export function scenarioFor(
  firstName: string | null | undefined,
  lastName: string | null | undefined,
  robots: Robots,
): Scenario | null {
  return parseScenario(firstName, robots) ?? parseScenario(lastName, robots);
}

/**
 * Whether a name means to be a test case and is none: `X-AUTOTEST-HAPPYPATH` with a slip. Answers what is probably meant,
 * an empty text where nothing is near, and null for a name that is a test case or just a name.
 */
export function mistypedScenario(text: string | null | undefined, robots: Robots): string | null {
  const words = (text ?? '').trim().toUpperCase();
  if (!/^X[-_ ]?(MANUAL|AUTO)[-_ ]?TEST/.test(words) || parseScenario(text, robots) !== null) return null;
  const known = SCENARIO_PREFIXES.flatMap((prefix) =>
    Object.keys(SCENARIOS[robots]).map((name) => `${prefix}-${name}`),
  );
  const [best] = known
    .map((name) => ({ name, distance: editDistance(words, name) }))
    .sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= 4 ? best.name : '';
}

/** How many letters have to be put in, taken out or replaced. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function parseScenario(text: string | null | undefined, robots: Robots): Scenario | null {
  const words = (text ?? '').trim().toUpperCase();
  const prefix = SCENARIO_PREFIXES.find((candidate) => words.startsWith(`${candidate}-`));
  if (prefix === undefined) return null;
  const written = words.slice(prefix.length + 1);
  const name = ALIASES[written] ?? written;
  const rows = SCENARIOS[robots];
  if (!Object.hasOwn(rows, name)) return null;
  return { name, prefix, steps: rows[name]!.steps };
}

function scenario(
  certainty: Certainty,
  source: string,
  ...steps: readonly (readonly [result: IdentResult, reason: Reason | null, afterSeconds: number])[]
): ScenarioRow {
  return {
    certainty,
    source,
    steps: steps.map(([result, reason, afterSeconds]) => ({ result, reason, afterSeconds })),
  };
}
