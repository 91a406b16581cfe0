import type { FaceReading } from '../../readings/face.ts';
import type { Thresholds } from '../../thresholds/thresholds.ts';

/**
 * What keeps a face from being compared: a picture so blurred or dark makes strangers of one person, which says nothing about who it
 * is. Null for a face that can be compared.
 */
export function whyNotComparable(
  { sharpness, brightness }: Pick<FaceReading, 'sharpness' | 'brightness'>,
  { isBad }: Thresholds,
): 'blurred' | 'dark' | null {
  if (isBad('selfieSharpness', sharpness)) return 'blurred';
  return isBad('selfieBrightness', brightness) ? 'dark' : null;
}
