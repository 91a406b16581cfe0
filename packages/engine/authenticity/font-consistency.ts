import { median } from '../image/statistics.ts';
import type { LineTypography, TextLine } from '../readings/text.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';
import { datesIn } from '../viz/normalise-text.ts';
import { pairByLabels } from '../viz/pair-fields.ts';

/**
 * In what a value that was printed anew may differ from the others of its side.
 *
 * - `size`, `shape`, `stroke`, `slant`: dates against each other, of which a document has several in one type. The first three are natural
 *   logarithms of what the nearest other one has; size is length² over height and shape length over height, so that a side that was not
 *   laid quite flat does not count as size
 * - `baseline`: by how much a value stands nearer to its label, or further away, than the others, in parts of the height of capitals
 * - `background`: how much the background beside its letters varies, over what is usual on the side; a covered place has no fine lines
 */
export type TypographyTrait = 'size' | 'shape' | 'stroke' | 'slant' | 'baseline' | 'background';

/** The value that differs most, and by how much. */
export interface Oddity {
  measured: number;
  line: TextLine;
}

type PrintedLine = TextLine & { typography: LineTypography };

/**
 * Compares how the values of one side are printed.
 *
 * @returns a trait is absent where there is too little to compare
 */
export function compareTypography(
  lines: readonly TextLine[],
  thresholds: Thresholds,
): Partial<Record<TypographyTrait, Oddity>> {
  const clear = lines.filter(
    (line): line is PrintedLine => isMeasured(line) && !thresholds.isBad('vizConfidence', line.confidence),
  );
  const dates = clear.filter(({ text }) => datesIn(text).length === 1 && !/[a-z]/.test(text));
  // Months that are written out are of different lengths.
  const figures = dates.filter(({ text }) => /^[\d .,/-]+$/.test(text));
  const pairs = Object.values(pairByLabels(clear)).flatMap(({ label, line }) =>
    label && isMeasured(label) && isMeasured(line) ? [{ label, line }] : [],
  );
  const values = [...new Set([...pairs.map(({ line }) => line), ...dates])];
  const found = {
    size: mostUnlike(figures, ({ length, height }) => Math.log(length ** 2 / height)),
    shape: mostUnlike(figures, ({ length, height }) => Math.log(length / height)),
    stroke: mostUnlike(dates, ({ stroke }) => Math.log(stroke)),
    slant: mostUnlike(dates, ({ slant }) => slant),
    baseline: mostDisplaced(pairs, clear, thresholds),
    background: leastBackground(values),
  };
  return Object.fromEntries(Object.entries(found).filter(([, oddity]) => oddity !== null));
}

function isMeasured(line: TextLine): line is PrintedLine {
  return line.typography !== undefined && line.typography.stroke > 0;
}

/** The line that is least like the one most like it: two that were altered alike still differ from a third. */
function mostUnlike(lines: readonly PrintedLine[], trait: (typography: LineTypography) => number): Oddity | null {
  if (lines.length < 2) return null;
  const values = lines.map(({ typography }) => trait(typography));
  return most(
    lines.map((line, i) => ({
      line,
      measured: Math.min(...values.flatMap((value, j) => (i === j ? [] : [Math.abs(value - values[i]!)]))),
    })),
  );
}

/** Pairs of label and value without which it is not certain what is usual. */
const LEAST_PAIRS = 4;

function mostDisplaced(
  pairs: readonly { label: PrintedLine; line: PrintedLine }[],
  lines: readonly PrintedLine[],
  { isBad }: Thresholds,
): Oddity | null {
  if (pairs.length < LEAST_PAIRS) return null;
  const capitals = lines.filter(({ text }) => text.length >= 3 && !/[a-z]/.test(text));
  const growth = growthDownwards(capitals.map(({ typography }) => typography));
  const usualHeight = median(capitals.map(({ typography }) => typography.height));
  const gaps = pairs.map(
    ({ label, line }) =>
      (line.typography.baseline - label.typography.baseline) * Math.exp(-growth * line.typography.baseline),
  );
  const usual = median(gaps);
  const displaced = pairs
    .map(({ line }, i) => ({ line, measured: Math.abs(gaps[i]! - usual) / usualHeight }))
    .sort((a, b) => b.measured - a.measured);
  // Where several stand elsewhere, that is how the document is laid out.
  return isBad('fontBaseline', displaced[1]!.measured) ? null : displaced[0]!;
}

/** Capitals much lower than the largest are of another class. */
const SAME_CLASS = 0.6;
/** Of the document's width: lines that are closer tell little about what changes from one to the next. */
const FAR_ENOUGH = 0.05;

/** By which factor, as a logarithm, letters get higher towards the lower edge, where a side was not laid quite flat: the median of all pairs of lines (Theil and Sen). */
function growthDownwards(typographies: readonly LineTypography[]): number {
  const highest = Math.max(...typographies.map(({ height }) => height));
  const large = typographies.filter(({ height }) => height > SAME_CLASS * highest);
  const growths = large.flatMap((upper) =>
    large.flatMap((lower) =>
      lower.baseline - upper.baseline > FAR_ENOUGH
        ? [Math.log(lower.height / upper.height) / (lower.baseline - upper.baseline)]
        : [],
    ),
  );
  return growths.length > 0 ? median(growths) : 0;
}

/** Values without which it is not certain what background is usual. */
const LEAST_BACKGROUNDS = 3;

function leastBackground(lines: readonly PrintedLine[]): Oddity | null {
  const measured = lines.flatMap((line) =>
    line.typography.background === null ? [] : [{ line, measured: line.typography.background }],
  );
  if (measured.length < LEAST_BACKGROUNDS) return null;
  const usual = Math.max(1e-6, median(measured.map((one) => one.measured)));
  const [least] = measured.sort((a, b) => a.measured - b.measured);
  return { line: least!.line, measured: least!.measured / usual };
}

function most(oddities: readonly Oddity[]): Oddity {
  return oddities.reduce((best, next) => (next.measured > best.measured ? next : best));
}
