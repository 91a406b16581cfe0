import type { Quad } from '../readings/quad.ts';
import type { CapturedReading, Origin } from './evidence.ts';

/** @param quad  where in the picture the piece of evidence lies; null where it is the whole */
export function originOf({ step, source, capturedAt }: CapturedReading, quad: Quad | null): Origin {
  return { step, source, capturedAt, quad };
}
