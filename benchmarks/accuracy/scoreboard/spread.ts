/** Middle and upper end of a number of measurements. */
export interface Spread {
  n: number;
  median: number;
  p95: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { n: sorted.length, median: at(0.5), p95: at(0.95) };
}
