import type { Evidence } from '../../evidence/evidence.ts';
import type { Quad } from '../../readings/quad.ts';
import { COMPARED_FIELDS, type ComparedField, compareField } from '../../viz/compare-with-mrz.ts';
import { coded, defineCheck, fail, inconclusive, notApplicable, observedOf, pass } from '../definition/define-check.ts';

/**
 * Does the VIZ say what the machine-readable zone says?
 *
 * A clearly read contradiction is a suspicion: whoever alters a document seldom alters both. What was not found accuses nobody
 * and clears nobody: a person looks, because it could not be read, not because something speaks for fraud.
 * The VIZ stands beside the portrait. Where that side was not shown there is nothing to compare, and other checks say so.
 */
export const mrzMatchesViz = defineCheck({
  id: 'mrz-matches-viz',
  needs: ['mrz', 'viz'],
  mayUse: ['portrait'],
  raises: ['WARNING_MANIPULATED_DATA', 'ID_DATA'],
  evaluate({ mrz, viz, portrait }, { isBad }) {
    if (portrait === null) return notApplicable({ portrait: coded('not_seen') });
    const isClear = (confidence: number) => !isBad('vizConfidence', confidence);
    const comparisons = COMPARED_FIELDS.flatMap((field) => {
      const expected = inMrz(mrz, field);
      return expected === null ? [] : [compareField(field, expected, viz.lines, viz.fields, isClear)];
    });
    const observed = observedOf(comparisons.map(({ field, agreement }) => [field, coded(agreement)] as const));
    const placeOf = (quad: Quad | undefined) => viz.lines.find((line) => line.quad === quad)?.from ?? viz.from;

    const contradicted = comparisons.find(({ agreement }) => agreement === 'contradicted');
    if (contradicted) return fail('WARNING_MANIPULATED_DATA', observed, placeOf(contradicted.line?.quad));
    const doubtful = comparisons.find(({ agreement }) => agreement === 'doubtful');
    if (doubtful) return inconclusive('WARNING_MANIPULATED_DATA', observed, placeOf(doubtful.line?.quad));
    if (comparisons.some(({ agreement }) => agreement === 'not_found'))
      return inconclusive('ID_DATA', observed, viz.from);
    return pass(observed, placeOf(comparisons[0]?.line?.quad));
  },
});

/** Null where the MRZ does not say. */
function inMrz({ fields }: Evidence['mrz'], field: ComparedField): string | null {
  return fields[field] || null;
}
