/**
 * The 95 % interval of a share, after Clopper and Pearson: exact, and wide where little was measured. For 0 of n its upper end
 * is the rule of three or better.
 */
export function interval(hits: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1];
  const low = hits === 0 ? 0 : betaQuantile(0.025, hits, n - hits + 1);
  const high = hits === n ? 1 : betaQuantile(0.975, hits + 1, n - hits);
  return [low, high];
}

/** Whether a share measured anew lies below the one kept, beyond what chance explains: their intervals do not meet. */
export function hasFallen(now: { hits: number; n: number }, kept: { hits: number; n: number }): boolean {
  return interval(now.hits, now.n)[1] < interval(kept.hits, kept.n)[0];
}

/** By halving: twelve digits in forty steps. */
function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** For whole a and b the beta distribution is a sum of binomial terms. */
function betaBelow(x: number, a: number, b: number): number {
  const n = a + b - 1;
  let sum = 0;
  for (let k = a; k <= n; k++) {
    let log = k * Math.log(x) + (n - k) * Math.log(1 - x);
    for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}
