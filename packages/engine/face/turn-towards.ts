import type { FaceReading } from '../readings/face.ts';

/**
 * Degrees by which a face is turned as asked; for any other prompt, how nearly it is frontal. Frames are kept as the
 * camera saw them, not mirrored: the customer's own left is the picture's right.
 */
export function turnTowards(prompt: string | null, { pose: { yawDegrees } }: Pick<FaceReading, 'pose'>): number {
  if (prompt === 'left') return yawDegrees;
  return prompt === 'right' ? -yawDegrees : -Math.abs(yawDegrees);
}
