import type { GreyImage } from './pixels.ts';

/**
 * A black and white picture as what is set in each row, from the top: the first and the last column of each run of set pixels, in pairs
 * from the left, at least one pixel apart. Text leaves few runs in a row, so that this is far quicker than to look at every pixel.
 */
export type RowRuns = readonly (readonly number[])[];

/** What is not 0. */
export function runsOf({ data, width, height }: GreyImage): RowRuns {
  return Array.from({ length: height }, (_, y) => {
    const runs: number[] = [];
    const end = (y + 1) * width;
    for (let x = y * width; x < end; x++) {
      if (data[x] === 0) continue;
      const from = x;
      do x++;
      while (x < end && data[x] !== 0);
      runs.push(from - y * width, x - 1 - y * width);
    }
    return runs;
  });
}

/** Bridges gaps of at most so many pixels between the runs of a row. */
export function bridgeGaps(rows: RowRuns, gap: number): RowRuns {
  return rows.map((runs) => joined(runs, gap));
}

/** Drops shorter runs. */
export function keepRuns(rows: RowRuns, length: number): RowRuns {
  return rows.map((runs) => {
    const kept: number[] = [];
    for (let i = 0; i < runs.length; i += 2)
      if (runs[i + 1]! - runs[i]! + 1 >= length) kept.push(runs[i]!, runs[i + 1]!);
    return kept;
  });
}

/** What is set in a row, in the one above or in the one below. */
export function anyOfThreeRows(rows: RowRuns): RowRuns {
  return overThreeRows(rows, (a, b) => joined(inOrder(a, b), 0));
}

/** What is set in a row, in the one above and in the one below; beyond the edge nothing speaks against it. */
export function allOfThreeRows(rows: RowRuns): RowRuns {
  return overThreeRows(rows, inBoth);
}

type Runs = readonly number[];

function overThreeRows(rows: RowRuns, combine: (a: Runs, b: Runs) => Runs): RowRuns {
  const withBelow = rows.map((runs, y) => (y + 1 < rows.length ? combine(runs, rows[y + 1]!) : runs));
  return withBelow.map((runs, y) => (y > 0 ? combine(runs, rows[y - 1]!) : runs));
}

/** Joins runs that are given by their beginnings, where they overlap, touch or leave at most such a gap. */
function joined(runs: Runs, gap: number): Runs {
  const result: number[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const [from, to] = [runs[i]!, runs[i + 1]!];
    const last = result.length - 1;
    if (last > 0 && from - result[last]! - 1 <= gap) result[last] = Math.max(result[last]!, to);
    else result.push(from, to);
  }
  return result;
}

/** All runs of both, by their beginnings. */
function inOrder(a: Runs, b: Runs): Runs {
  const result: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const isFirst = j >= b.length || (i < a.length && a[i]! <= b[j]!);
    if (isFirst) result.push(a[i++]!, a[i++]!);
    else result.push(b[j++]!, b[j++]!);
  }
  return result;
}

function inBoth(a: Runs, b: Runs): Runs {
  const result: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from <= to) result.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return result;
}
