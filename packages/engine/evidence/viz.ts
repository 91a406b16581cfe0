import type { TextLine } from '../readings/text.ts';
import { type PairedFields, pairByLabels, pairByNumbers } from '../viz/pair-fields.ts';
import type { CapturedReading, PrintedLine, ProofOfAddress, VizEvidence } from './evidence.ts';
import { originOf } from './origin.ts';

/**
 * The VIZ: what is printed beside the MRZ; null where no text was looked for.
 *
 * @param captures  of the document, front before back
 * @param numbered  whether fields are marked by the numbers of a driving licence instead of labels
 */
export function vizOf(captures: readonly CapturedReading[], numbered: boolean): VizEvidence | null {
  const sides = captures.filter(({ reading }) => reading.text !== undefined);
  const [first] = sides;
  if (!first) return null;
  const pairing = numbered ? pairByNumbers : pairByLabels;
  return {
    lines: sides.flatMap((captured) => printedOn(captured, captured.reading.text)),
    overprint: sides.flatMap((captured) => printedOn(captured, captured.reading.overprint)),
    // Places are those of one side, so each side is paired by itself; the front goes before the back.
    fields: Object.assign({}, ...sides.map(({ reading }) => pairing(reading.text!)).reverse()) as PairedFields,
    from: originOf(first, null),
  };
}

export function proofOfAddressIn(captured: CapturedReading | undefined): ProofOfAddress | null {
  if (!captured) return null;
  const { text } = captured.reading;
  return { from: originOf(captured, null), lines: text ? printedOn(captured, text) : null };
}

function printedOn(captured: CapturedReading, lines: readonly TextLine[] = []): PrintedLine[] {
  return lines.map((line) => ({ ...line, from: originOf(captured, line.quad) }));
}
