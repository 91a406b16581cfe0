import { solveLeastSquares } from '../image/solve-linear.ts';

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
  const equations = (part: 'dx' | 'dy') => matches.map((match) => [...terms(match.x, match.y), match[part]]);
  const [across, down] = [solveLeastSquares(equations('dx')), solveLeastSquares(equations('dy'))];
  if (!across || !down) return () => [0, 0];
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
