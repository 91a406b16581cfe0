/** Euclidean distance of two face descriptors: 0 is the same picture, more than about 0.6 another person. */
export function descriptorDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new RangeError(`descriptors of ${a.length} and ${b.length} numbers cannot be compared`);
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));
}
