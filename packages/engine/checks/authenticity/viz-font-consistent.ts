import { comparePrints, type PrintTrait } from '../../authenticity/font-consistency.ts';
import { round } from '../../image/quality.ts';
import { defineCheck, inconclusive, notApplicable, pass } from '../define-check.ts';
import { isBad, type ThresholdName } from '../thresholds.ts';

/**
 * Are the values of a side printed alike?
 *
 * Whoever alters a value has to print it anew, and zone and print then agree again. What remains is another type, size or line, or a
 * place without the fine lines of the ground. Documents have several dates in one type, so dates are compared with each other; other
 * values may be in types of their own and are only asked where they stand and on what ground. A person looks: some document may be printed so.
 */
export const printInOneType = defineCheck({
  id: 'print-in-one-type',
  question: 'Are the dates in one type, do all values stand alike below their labels, and is their ground alike?',
  needs: ['visualZone'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ visualZone: { lines, from } }) {
    const sides = [...new Set(lines.map((line) => line.from.step))].map((step) => {
      const onSide = lines.filter((line) => line.from.step === step);
      return { step, onSide, oddities: comparePrints(onSide) };
    });
    for (const [trait, threshold, differs] of LIMITS)
      for (const { step, onSide, oddities } of sides) {
        const oddity = oddities[trait];
        if (!oddity || !isBad(threshold, oddity.measured)) continue;
        const place = onSide.find(({ quad }) => quad === oddity.line.quad)?.from ?? from;
        const deviation = round(oddity.measured, 3);
        return inconclusive('WARNING_MANIPULATED_DATA', { step, differs, deviation }, place);
      }
    const comparedTraits = sides.reduce((sum, { oddities }) => sum + Object.keys(oddities).length, 0);
    return comparedTraits === 0 ? notApplicable({ comparedValues: 'too few' }) : pass({ comparedTraits }, from);
  },
});

// biome-ignore format: a table
const LIMITS = [
  ['stroke', 'printStroke', 'thickness of strokes'],
  ['lean',   'printLean',   'slant'],
  ['size',   'printSize',   'size'],
  ['shape',  'printShape',  'width of letters'],
  ['ground', 'printGround', 'ground beside its letters'],
  ['foot',   'printFoot',   'place below its label'],
] as const satisfies readonly (readonly [PrintTrait, ThresholdName, differs: string])[];
