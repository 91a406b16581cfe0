export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** 0 for no values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / Math.max(1, values.length);
}

/** Measurements are kept to the digits that mean something: readings are stored, shown and compared. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

export function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

/** The value below which this share of all lies; always one of them, the higher one in doubt. NaN for no values. */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (values.length === 0) return Number.NaN;
  return nthSmallest(new Float64Array(values), Math.min(values.length - 1, Math.floor(values.length * share)));
}

/** The value that would stand at a place if all were sorted (quickselect); their order changes. */
function nthSmallest(values: Float64Array, place: number): number {
  let [first, last] = [0, values.length - 1];
  while (first < last) {
    const pivot = values[(first + last) >> 1]!;
    let [i, j] = [first, last];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (place <= j) last = j;
    else if (place >= i) first = i;
    else break;
  }
  return values[place]!;
}

/** The value in the middle, or the mean of the two that are nearest to it. NaN for no values. */
export function median(values: ArrayLike<number>): number {
  const sorted = new Float64Array(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Of whole values that were counted, `counts[value]` times each: the value up to which this share of all lies. */
export function countedQuantile(counts: ArrayLike<number>, share: number): number {
  const wanted = sum(counts) * share;
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen >= wanted) return value;
  }
  return counts.length - 1;
}

/** The value from which the upper one of the two most different halves of a histogram begins (Otsu). */
export function otsuThreshold(counts: ArrayLike<number>): number {
  let total = 0;
  let moment = 0;
  for (let value = 0; value < counts.length; value++) {
    total += counts[value]!;
    moment += counts[value]! * value;
  }
  let [below, momentBelow, best, threshold] = [0, 0, -1, 0];
  for (let value = 0; value < counts.length; value++) {
    below += counts[value]!;
    momentBelow += value * counts[value]!;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const difference = momentBelow / below - (moment - momentBelow) / above;
    const separation = below * above * difference * difference;
    if (separation > best) [best, threshold] = [separation, value + 1];
  }
  return threshold;
}
