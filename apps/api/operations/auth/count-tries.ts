/** Bad tries that are remembered at once; beyond that the oldest are forgotten. */
const MAX_KEYS = 10_000;
const WINDOW_MS = 60_000;

/**
 * Counts failures per key within one minute. A guess at a secret is counted where it arrives, so each process counts
 * its own; that is enough to make guessing hopeless against 256-bit secrets.
 */
export class TryCounter {
  private readonly windows = new Map<string, { startedAt: number; failures: number }>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Seconds until the next try is heard; 0 when it may be made now. */
  waitSeconds(key: string, nowMs: number): number {
    const window = this.windows.get(key);
    if (!window || window.failures < this.limit) return 0;
    return Math.max(0, Math.ceil((window.startedAt + WINDOW_MS - nowMs) / 1000));
  }

  failed(key: string, nowMs: number): void {
    const window = this.windows.get(key);
    if (window && nowMs - window.startedAt < WINDOW_MS) {
      window.failures += 1;
      return;
    }
    this.windows.delete(key);
    this.windows.set(key, { startedAt: nowMs, failures: 1 });
    const oldest = this.windows.keys().next().value;
    if (this.windows.size > MAX_KEYS && oldest !== undefined) this.windows.delete(oldest);
  }
}
