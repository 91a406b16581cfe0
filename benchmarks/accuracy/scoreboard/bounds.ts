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

/** By halving: the shares are as small as one in millions. */
function betaQuantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function by its continued fraction: as quick for millions of pairs as for ten. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly below the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const least = 1e-300;
  const orLeast = (value: number) => (Math.abs(value) < least ? least : value);
  let numerator = 1;
  let denominator = 1 / orLeast(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      denominator = 1 / orLeast(1 + term * denominator);
      numerator = orLeast(1 + term / numerator);
      change = numerator * denominator;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-12) break;
  }
  const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (Math.exp(front) * fraction) / a;
}

/** Stirling's series, after lifting small arguments above it. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x);
  const square = x * x;
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / x
  );
}
