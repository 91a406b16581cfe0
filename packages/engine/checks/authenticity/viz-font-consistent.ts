import { compareTypography, type TypographyTrait } from '../../authenticity/font-consistency.ts';
import { round } from '../../image/quality.ts';
import { defineCheck, inconclusive, notApplicable, pass } from '../define-check.ts';
import { isBad, type ThresholdName } from '../thresholds.ts';

/**
 * Are the values of a side printed alike?
 *
 * Whoever alters a value has to print it anew, and MRZ and VIZ then agree again. What remains is another type, size or line, or a
 * place without the fine lines of the background. Documents have several dates in one type, so dates are compared with each other; other
 * values may be in types of their own and are only asked where they stand and on what background. A person looks: some document may be printed so.
 */
export const vizFontConsistent = defineCheck({
  id: 'viz-font-consistent',
  question: 'Are the dates in one type, do all values stand alike below their labels, and is their background alike?',
  needs: ['viz'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ viz: { lines, from } }) {
    const sides = [...new Set(lines.map((line) => line.from.step))].map((step) => {
      const onSide = lines.filter((line) => line.from.step === step);
      return { step, onSide, oddities: compareTypography(onSide) };
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
  ['stroke', 'fontStroke', 'thickness of strokes'],
  ['slant',   'fontSlant',   'slant'],
  ['size',   'fontSize',   'size'],
  ['shape',  'fontWidth',  'width of letters'],
  ['background', 'fontBackground', 'background beside its letters'],
  ['baseline',   'fontBaseline',   'baseline below its label'],
] as const satisfies readonly (readonly [TypographyTrait, ThresholdName, differs: string])[];
