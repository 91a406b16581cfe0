import { compareTypography, type TypographyTrait } from '../../authenticity/font-consistency.ts';
import { round } from '../../image/statistics.ts';
import type { ThresholdName } from '../../thresholds/thresholds.ts';
import { coded, defineCheck, inconclusive, notApplicable, pass } from '../definition/define-check.ts';

/**
 * Are the values of a side printed alike?
 *
 * Whoever alters a value has to print it anew, and MRZ and VIZ then agree again. What remains is another type, size or line, or a
 * place without the fine lines of the background. Documents have several dates in one type, so dates are compared with each other; other
 * values may be in types of their own and are only asked where they stand and on what background. A person looks: some document may be printed so.
 */
export const vizFontConsistent = defineCheck({
  id: 'viz-font-consistent',
  needs: ['viz'],
  raises: ['WARNING_MANIPULATED_DATA'],
  evaluate({ viz: { lines, from } }, thresholds) {
    const sides = [...new Set(lines.map((line) => line.from.step))].map((step) => {
      const onSide = lines.filter((line) => line.from.step === step);
      return { step, onSide, oddities: compareTypography(onSide, thresholds) };
    });
    for (const [trait, threshold] of LIMITS)
      for (const { step, onSide, oddities } of sides) {
        const oddity = oddities[trait];
        if (!oddity || !thresholds.isBad(threshold, oddity.measured)) continue;
        const place = onSide.find(({ quad }) => quad === oddity.line.quad)?.from ?? from;
        const deviation = round(oddity.measured, 3);
        return inconclusive('WARNING_MANIPULATED_DATA', { step, differs: coded(trait), deviation }, place);
      }
    const comparedTraits = sides.reduce((sum, { oddities }) => sum + Object.keys(oddities).length, 0);
    return comparedTraits === 0 ? notApplicable({ comparedValues: coded('too_few') }) : pass({ comparedTraits }, from);
  },
});

// biome-ignore format: a table
const LIMITS = [
  ['stroke', 'fontStroke'],
  ['slant',   'fontSlant'],
  ['size',   'fontSize'],
  ['shape',  'fontWidth'],
  ['background', 'fontBackground'],
  ['baseline',   'fontBaseline'],
] as const satisfies readonly (readonly [TypographyTrait, ThresholdName])[];
