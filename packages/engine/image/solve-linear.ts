/**
 * The unknowns of as many linear equations, by elimination with pivoting.
 *
 * @param equations  of each its coefficients, and last what they should sum up to
 * @returns null when they do not determine the unknowns
 */
export function solveLinear(equations: readonly (readonly number[])[]): number[] | null {
  const rows = equations.map((row) => [...row]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let i = column; i <= size; i++) rows[row]![i]! -= factor * rows[column]![i]!;
    }
  }
  const unknowns = rows.map((row, i) => row[size]! / row[i]!);
  return unknowns.every(Number.isFinite) ? unknowns : null;
}

/** A little that keeps the equations solvable where they leave something open, as places do that all lie on one line. */
const RIDGE = 1e-6;

/**
 * The unknowns that fit best to more equations than there are unknowns, by least squares.
 *
 * @param weights  how much each equation counts; absent where all count alike
 * @param ridge  0 where equations that leave something open should have no answer
 * @returns null when they do not determine the unknowns
 */
export function solveLeastSquares(
  equations: readonly (readonly number[])[],
  { weights, ridge = RIDGE }: { weights?: readonly number[]; ridge?: number } = {},
): number[] | null {
  const size = equations[0]!.length - 1;
  const normal = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) =>
      equations.reduce((sum, row, at) => sum + (weights?.[at] ?? 1) * row[i]! * row[j]!, i === j ? ridge : 0),
    ),
  );
  return solveLinear(normal);
}
