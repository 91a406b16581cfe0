/** A place in one picture and how far off it is found in another. */
export interface Match {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

type Model = 'affine' | 'bilinear';

/** How far off any place is, by least squares: shifted, stretched and sheared, and for `bilinear` as the corners of a quad may move. */
export function fitDisplacement(
  matches: readonly Match[],
  model: Model,
): (x: number, y: number) => readonly [number, number] {
  const terms = TERMS[model];
  const rows = matches.map(({ x, y }) => terms(x, y));
  const across = solve(
    rows,
    matches.map(({ dx }) => dx),
  );
  const down = solve(
    rows,
    matches.map(({ dy }) => dy),
  );
  return (x, y) => {
    const at = terms(x, y);
    return [weigh(across, at), weigh(down, at)];
  };
}

/** Of about the same size, so that the equations stay well-behaved. */
const UNIT = 200;

const TERMS: Record<Model, (x: number, y: number) => number[]> = {
  affine: (x, y) => [1, x / UNIT, y / UNIT],
  bilinear: (x, y) => [1, x / UNIT, y / UNIT, (x * y) / (UNIT * UNIT)],
};

function weigh(weights: readonly number[], terms: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * terms[i]!, 0);
}

/** A little that keeps the equations solvable where all places lie on one line. */
const RIDGE = 1e-6;

/** Normal equations, by Gaussian elimination: they are symmetric and positive, so no row has to be exchanged. */
function solve(rows: readonly (readonly number[])[], values: readonly number[]): number[] {
  const size = rows[0]!.length;
  const table = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? RIDGE : 0)),
    rows.reduce((sum, row, k) => sum + row[i]! * values[k]!, 0),
  ]);
  for (let i = 0; i < size; i++)
    for (let k = i + 1; k < size; k++) {
      const factor = table[k]![i]! / table[i]![i]!;
      for (let j = i; j <= size; j++) table[k]![j]! -= factor * table[i]![j]!;
    }
  const weights = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = table[i]![size]!;
    for (let j = i + 1; j < size; j++) rest -= table[i]![j]! * weights[j]!;
    weights[i] = rest / table[i]![i]!;
  }
  return weights;
}
