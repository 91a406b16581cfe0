import { parseMrz } from '@reident/mrz';
import { toFractions } from '../image/quad.ts';
import { round } from '../image/statistics.ts';
import type { MrzReading } from '../readings/mrz.ts';
import type { RawMrzReading } from './read-mrz.ts';

/** @param size  of the picture in which the MRZ was read */
export function toMrzReading(
  { lines, quad, confidence, repaired, mirrored }: RawMrzReading,
  { width, height }: { width: number; height: number },
): MrzReading {
  return {
    ...parseMrz(lines),
    quad: toFractions(quad, width, height),
    confidence: round(confidence, 3),
    repaired,
    ...(mirrored ? { mirrored } : {}),
  };
}
