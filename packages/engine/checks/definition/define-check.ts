import type { Reason } from '@reident/domain';
import type { Evidence, EvidenceKey, GatheredEvidence, Origin } from '../../evidence/evidence.ts';
import type { CaptureStep } from '../../readings/capture.ts';
import type { Quad } from '../../readings/quad.ts';
import type { Thresholds } from '../../thresholds/thresholds.ts';
import type { ObservedName, ObservedValueOf } from './observed.ts';

export { coded } from './observed.ts';

export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'not_applicable';

/** The answer to one question, with what was seen and where. */
export interface Finding {
  /** Id of the check. */
  check: string;
  outcome: Outcome;
  /** The published code that a failure has, or that an inconclusive answer hints at. */
  reason: Reason | null;
  observed: Observed;
  /** Where in which picture the answer was seen. */
  region?: { step: CaptureStep; quad: Quad };
  /** Evidence that was not there, so that the question could not be asked. Such a finding never counts as passed. */
  missing?: string[];
}

/** A name of `OBSERVED`, or the same of one picture, as `document_front.sharpness`. */
export type ObservedKey = ObservedName | `${CaptureStep}.${ObservedName}`;
export type Observed = { readonly [Key in ObservedKey]?: ObservedValueOf<NameOf<Key>> };

type NameOf<Key extends ObservedKey> = Key extends ObservedName
  ? Key
  : Key extends `${CaptureStep}.${infer Name extends ObservedName}`
    ? Name
    : never;

/** The compiler's error about a name without words, which people would see as it is spelled here. */
export type WithWords<O> = O & {
  readonly [K in Exclude<
    keyof O,
    ObservedKey
  >]: `${K & string} has no row in OBSERVED, packages/engine/checks/definition/observed.ts`;
};

/** A question that the engine asks of the evidence. */
export interface Check<Id extends string = string> {
  id: Id;
  /** Without these the question cannot be asked. */
  needs: readonly EvidenceKey[];
  /** The codes that this check may give. */
  raises: readonly Reason[];
  answer(evidence: GatheredEvidence, thresholds: Thresholds): Finding;
}

interface CheckDefinition<Id extends string, N extends EvidenceKey, M extends EvidenceKey, R extends Reason> {
  id: Id;
  needs: readonly N[];
  /** Evidence that is looked at where it is there. */
  mayUse?: readonly M[];
  raises: readonly R[];
  evaluate(evidence: Pick<Evidence, N> & Pick<GatheredEvidence, M>, thresholds: Thresholds): Answer<NoInfer<R>>;
}

/** What a check says; `defineCheck` adds whose answer it is. */
export interface Answer<R extends Reason = never> {
  outcome: Outcome;
  reason: R | null;
  observed: Observed;
  from?: Origin;
}

/** Makes a check of a question. The compiler holds `evaluate` to the evidence in `needs` and the codes in `raises`. */
export function defineCheck<
  const Id extends string,
  const N extends EvidenceKey,
  const R extends Reason,
  const M extends EvidenceKey = never,
>(check: CheckDefinition<Id, N, M, R>): Check<Id> {
  const { id, needs, raises } = check;
  return {
    id,
    needs,
    raises,
    answer(evidence, thresholds) {
      const missing = needs.filter((key) => evidence[key] === null);
      if (missing.length > 0) return { check: id, outcome: 'not_applicable', reason: null, observed: {}, missing };
      // The filter above has shown that every needed piece is there.
      const { from, ...answer } = check.evaluate(evidence as Pick<Evidence, N> & GatheredEvidence, thresholds);
      return {
        check: id,
        ...answer,
        ...(from?.quad ? { region: { step: from.step, quad: from.quad } } : {}),
      };
    },
  };
}

export function pass<O extends Observed>(observed: WithWords<O>, from?: Origin): Answer {
  return { outcome: 'pass', reason: null, observed, from };
}

export function fail<const R extends Reason, O extends Observed>(
  reason: R,
  observed: WithWords<O>,
  from?: Origin,
): Answer<R> {
  return { outcome: 'fail', reason, observed, from };
}

/** A person has to look. The reason is the one that a failure would have had. */
export function inconclusive<const R extends Reason, O extends Observed>(
  reason: R,
  observed: WithWords<O>,
  from?: Origin,
): Answer<R> {
  return { outcome: 'inconclusive', reason, observed, from };
}

/** The question does not arise in this case. */
export function notApplicable<O extends Observed>(observed: WithWords<O>): Answer {
  return { outcome: 'not_applicable', reason: null, observed };
}

/** Observed under names that the evidence brings: one picture each, or one field each. */
export function observedOf<Key extends ObservedKey>(
  entries: readonly (readonly [Key, ObservedValueOf<NameOf<Key>>])[],
): Observed {
  return Object.fromEntries(entries) as Observed;
}
