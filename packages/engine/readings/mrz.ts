import type { ParsedMrz } from '@reident/mrz';
import type { Quad } from './quad.ts';

/** An MRZ as it was read, its text taken apart. Dates stay `YYMMDD`: their century is judged with the day of the capture. */
export interface MrzReading extends ParsedMrz {
  quad: Quad;
  /** Natural logarithm of the weakest character's probability: 0 is certain. */
  confidence: number;
  /** How many characters were changed so that a check digit fits; such a reading never decides alone. */
  repaired: number;
  /** The picture shows the document as a mirror does; absent when it does not. */
  mirrored?: boolean;
}
