import type { FaceCurve } from '@reident/engine';
import { interval } from './bounds.ts';

/** Distances at which the curve has a point: from nearly the same picture to two people who are no more alike than chance. */
const [FIRST, LAST] = [60, 150];

/** Distances counted by hundredths: a research set has a hundred million pairs, more than can be kept one by one. */
export interface Tally {
  add(distance: number): void;
  /** How many lie at or below a threshold, in hundredths. */
  upTo(step: number): number;
  readonly n: number;
}

export function openTally(distances: readonly number[] = []): Tally {
  // No distance of two vectors of unit length is more than 2.
  const counts = new Float64Array(202);
  let n = 0;
  const tally: Tally = {
    add(distance) {
      let step = Math.min(counts.length - 1, Math.ceil(distance * 100));
      // As the check compares, whatever multiplying by a hundred did to the last digit.
      if (step > 0 && distance <= (step - 1) / 100) step -= 1;
      else if (distance > step / 100 && step < counts.length - 1) step += 1;
      counts[step]! += 1;
      n += 1;
    },
    upTo: (step) => counts.subarray(0, step + 1).reduce((sum, count) => sum + count, 0),
    get n() {
      return n;
    },
  };
  for (const distance of distances) tally.add(distance);
  return tally;
}

/** How often thresholds of distance err: impostor pairs up to them, genuine pairs beyond. */
export function curveOf(
  genuine: Tally,
  impostor: Tally,
  about: Pick<FaceCurve, 'method' | 'optimistic' | 'people'>,
): FaceCurve {
  const points = [];
  for (let step = FIRST; step <= LAST; step++) {
    const falseMatches = impostor.upTo(step);
    const falseNonMatches = genuine.n - genuine.upTo(step);
    points.push({
      threshold: step / 100,
      fmr: share(falseMatches, impostor.n),
      fmrUpper: digits(interval(falseMatches, impostor.n)[1]),
      fnmr: share(falseNonMatches, genuine.n),
      fnmrUpper: digits(interval(falseNonMatches, genuine.n)[1]),
    });
  }
  return { kind: 'reident-face-curve', ...about, genuine: genuine.n, impostor: impostor.n, points };
}

function share(hits: number, n: number): number {
  return n === 0 ? 0 : digits(hits / n);
}

/** A goal of one in ten thousand needs more than four digits. */
function digits(value: number): number {
  return Number(value.toFixed(7));
}
