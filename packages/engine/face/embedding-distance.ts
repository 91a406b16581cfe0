import type { FaceReading } from '../readings/face.ts';

/** The network and how it is fed. Whatever changes the numbers gives them a new name; no threshold holds for two. */
export const EMBEDDING_VERSION = 'mobilefacenet-1';

export type Described = Pick<FaceReading, 'descriptor' | 'descriptorVersion'>;

/** Two descriptors that were not both made as the thresholds suppose have no distance: a person compares. */
export type FaceDistance = number | 'not_comparable';

/** From 0, the same picture, to 2; two people lie around 1.4. */
export function faceDistance(a: Described, b: Described): FaceDistance {
  if (!isCurrent(a) || !isCurrent(b) || a.descriptor.length !== b.descriptor.length) return 'not_comparable';
  let sum = 0;
  for (const [i, value] of a.descriptor.entries()) sum += (value - b.descriptor[i]!) ** 2;
  return Math.sqrt(sum);
}

function isCurrent({ descriptor, descriptorVersion }: Described): boolean {
  return descriptorVersion === EMBEDDING_VERSION && descriptor.length > 0;
}

/** One descriptor for several pictures of one face: what they have in common weighs more than what each has alone. */
export function templateOf(faces: readonly [Described, ...Described[]]): Described {
  const current = faces.filter(isCurrent);
  const [first] = current;
  if (!first) return faces[0];
  const sum = first.descriptor.map((_, i) => current.reduce((total, { descriptor }) => total + descriptor[i]!, 0));
  return { descriptor: toUnitLength(sum), descriptorVersion: EMBEDDING_VERSION };
}

export function toUnitLength(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
