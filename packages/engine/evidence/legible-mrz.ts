import { parseBirthDate, parseExpiryDate } from '@reident/mrz';
import type { MrzReading } from '../readings/mrz.ts';
import type { Thresholds } from '../thresholds/thresholds.ts';
import type { CapturedReading, MrzEvidence, Origin } from './evidence.ts';
import { originOf } from './origin.ts';

/**
 * Whether the MRZ counts as read. One in which a check digit is wrong is a misreading, unless every character was read
 * with certainty: then the document itself is wrong, and that is evidence.
 */
export function isLegible({ valid, confidence }: MrzReading, { isBad }: Thresholds): boolean {
  return !isBad(valid ? 'mrzConfidence' : 'mrzConfidenceCertain', confidence);
}

/** An MRZ on a side where none belongs still tells what was shown; the one read most surely wins. */
export function bestMrz(
  captures: readonly CapturedReading[],
  capturedOn: string,
  thresholds: Thresholds,
): MrzEvidence | null {
  const candidates = captures.flatMap((captured) => {
    const { mrz } = captured.reading;
    return mrz && isLegible(mrz, thresholds) ? [toEvidence(mrz, capturedOn, originOf(captured, mrz.quad))] : [];
  });
  return candidates.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
}

function toEvidence(mrz: MrzReading, capturedOn: string, from: Origin): MrzEvidence {
  const { format, lines, fields, checkDigits, problems, confidence, repaired, mirrored = false } = mrz;
  const wrongCheckDigits = checkDigits.flatMap(({ check, valid }) => (valid ? [] : [check]));
  const { birthDate, expiryDate, ...others } = fields;
  return {
    format,
    lines,
    fields: {
      ...others,
      birthDate: wrongCheckDigits.includes('birthDate') ? null : (parseBirthDate(birthDate, capturedOn)?.date ?? null),
      expiryDate:
        expiryDate === null || wrongCheckDigits.includes('expiryDate')
          ? null
          : (parseExpiryDate(expiryDate, capturedOn)?.date ?? null),
    },
    wrongCheckDigits,
    impossibleFields: [...new Set(problems.map(({ field }) => field))],
    confidence,
    repaired,
    mirrored,
    from,
  };
}
