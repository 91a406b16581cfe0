import type { FaceCurve } from '@reident/engine';
import { interval } from './bounds.ts';

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
