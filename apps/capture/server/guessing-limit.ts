/** Wrong guesses allowed in a minute: from one address, and from everywhere together [CAP-1, CAP-2]. */
const PER_ADDRESS = 20;
const IN_ALL = 500;
const WINDOW_MS = 60_000;

/**
 * Counts wrong links, references and codes. It lives in memory: each process counts for itself, and a restart forgives.
 * Right answers are never counted, so a customer who reloads is not locked out.
 */
export class GuessingLimit {
  readonly #misses = new Map<string, number>();
  #all = 0;
  #windowEndsAt = 0;

  /** Whether this address has had its guesses for the minute. */
  isExhausted(address: string, now = Date.now()): boolean {
    this.#turn(now);
    return (this.#misses.get(address) ?? 0) >= PER_ADDRESS || this.#all >= IN_ALL;
  }

  countMiss(address: string, now = Date.now()): void {
    this.#turn(now);
    this.#misses.set(address, (this.#misses.get(address) ?? 0) + 1);
    this.#all += 1;
  }

  #turn(now: number): void {
    if (now < this.#windowEndsAt) return;
    this.#misses.clear();
    this.#all = 0;
    this.#windowEndsAt = now + WINDOW_MS;
  }
}
