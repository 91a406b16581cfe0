import { interval } from './bounds.ts';

/** Error rates of the face comparison by threshold, with what they rest on. Production reads one of these. */
export interface FaceCurve {
  kind: 'reident-face-curve';
  method: string;
  /** Genuine pairs that were only simulated flatter: such a curve does not open production. */
  optimistic: boolean;
  people: number;
  genuine: number;
  impostor: number;
  /** FMR: two people taken for one. FNMR: one person taken for two. Each with the upper end of its 95 % interval. */
  points: { threshold: number; fmr: number; fmrUpper: number; fnmr: number; fnmrUpper: number }[];
}

export function curveOf(
  genuine: readonly number[],
  impostor: readonly number[],
  about: Pick<FaceCurve, 'method' | 'optimistic' | 'people'>,
): FaceCurve {
  const points = [];
  for (let step = 30; step <= 90; step++) {
    const threshold = step / 100;
    const falseMatches = impostor.filter((distance) => distance <= threshold).length;
    const falseNonMatches = genuine.filter((distance) => distance > threshold).length;
    points.push({
      threshold,
      fmr: share(falseMatches, impostor.length),
      fmrUpper: digits(interval(falseMatches, impostor.length)[1]),
      fnmr: share(falseNonMatches, genuine.length),
      fnmrUpper: digits(interval(falseNonMatches, genuine.length)[1]),
    });
  }
  return { kind: 'reident-face-curve', ...about, genuine: genuine.length, impostor: impostor.length, points };
}

function share(hits: number, n: number): number {
  return n === 0 ? 0 : digits(hits / n);
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
