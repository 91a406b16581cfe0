/** A little that keeps the equations solvable where all places lie on one line. */
const RIDGE = 1e-6;

/**
 * The unknowns that fit best to equations, by least squares: normal equations and Gaussian elimination. They are symmetric and
 * positive, so no row has to be exchanged.
 *
 * @param rows  per equation its coefficients, and last what they should sum up to
 * @returns null when they do not determine the unknowns
 */
export function solveLinear(rows: readonly (readonly number[])[]): number[] | null {
  const size = rows[0]!.length - 1;
  const table = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? RIDGE : 0)),
  );
  for (let i = 0; i < size; i++)
    for (let k = i + 1; k < size; k++) {
      const factor = table[k]![i]! / table[i]![i]!;
      for (let j = i; j <= size; j++) table[k]![j]! -= factor * table[i]![j]!;
    }
  const unknowns = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = table[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= table[i]![j]! * unknowns[j]!;
    unknowns[i] = rest / table[i]![i]!;
  }
  return unknowns.every(Number.isFinite) ? unknowns : null;
}
