/** Photographs of people in a folder, and what the pairs of a file in the format of LFW say about them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

export interface Photograph {
  person: string;
  number: number;
  file: string;
}

/** `person_number.jpg`, in the folder or in one folder for each person, as LFW has it (`Person/Person_0001.jpg`). */
export function photographsIn(folder: string): Photograph[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(path.join(folder, entry.name)).map((name) => path.join(entry.name, name))
        : [entry.name],
    )
    .flatMap((name) => {
      const [, person, number] = /^(.+)_(\d+)\.(?:jpe?g|png|webp)$/i.exec(path.basename(name)) ?? [];
      return person && number ? [{ person, number: Number(number), file: path.join(folder, name) }] : [];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

export interface Pair {
  fold: number;
  same: boolean;
  /** `person number`, as `nameOf` writes it. */
  names: readonly [string, string];
}

export function nameOf({ person, number }: Pick<Photograph, 'person' | 'number'>): string {
  return `${person} ${number}`;
}

/**
 * `pairs.txt` of LFW: a line with the number of folds and of pairs in each, then for each fold the pairs of one person
 * (`name 1 2`) and as many of two (`name 1 other 2`). Without the number of folds it is one.
 *
 * @throws RangeError naming the line that is neither
 */
export function parsePairs(text: string): Pair[] {
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const numbers = head.trim().split(/\s+/).map(Number);
  const [folds, each] = numbers.length === 2 ? [numbers[0]!, numbers[1]!] : [1, numbers[0]!];
  if (!(Number.isInteger(folds) && Number.isInteger(each) && folds > 0 && each > 0))
    throw new RangeError('pairs.txt does not begin with how many pairs there are');
  return lines.map((line, index) => {
    const parts = line.trim().split(/\s+/);
    const [first, one, second, other] = parts.length === 3 ? [parts[0]!, parts[1]!, parts[0]!, parts[2]!] : parts;
    if (parts.length < 3 || parts.length > 4 || ![one, other].every((part) => /^\d+$/.test(part!)))
      throw new RangeError(`line ${index + 2} of pairs.txt is no pair`);
    const names = [`${first} ${Number(one)}`, `${second} ${Number(other)}`] as const;
    return { fold: Math.min(folds - 1, Math.floor(index / (2 * each))), same: parts.length === 3, names };
  });
}

export interface ComparedPair {
  fold: number;
  same: boolean;
  distance: number;
}

/** Accuracy by the protocol of LFW: in each fold with the threshold that is best on the others. Null with fewer than two folds. */
export function accuracyByFolds(
  pairs: readonly ComparedPair[],
): { mean: number; deviation: number; folds: number } | null {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  if (folds.length < 2) return null;
  const shares = folds.map((fold) => {
    const threshold = bestThreshold(pairs.filter((pair) => pair.fold !== fold));
    const own = pairs.filter((pair) => pair.fold === fold);
    return own.filter(({ same, distance }) => distance <= threshold === same).length / own.length;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1);
  return { mean, deviation: Math.sqrt(variance), folds: folds.length };
}

function bestThreshold(pairs: readonly ComparedPair[]): number {
  const sorted = [...pairs].sort((a, b) => a.distance - b.distance);
  // Nothing taken for one person yet: every pair of two is right.
  let right = sorted.filter(({ same }) => !same).length;
  let [best, threshold] = [right, Number.NEGATIVE_INFINITY];
  for (const [index, { same, distance }] of sorted.entries()) {
    right += same ? 1 : -1;
    if (right <= best || sorted[index + 1]?.distance === distance) continue;
    best = right;
    threshold = distance;
  }
  return threshold;
}
