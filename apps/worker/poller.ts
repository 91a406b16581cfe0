/** How long an idle poller sleeps before it looks again by itself: hints may get lost, work must not [REL-5]. */
const IDLE_MS = 1_000;
/** Least time between two looks: hints come in swarms, and one look answers them all. */
const PACE_MS = 10;
/** How long a poller waits before it asks a queue again that could not answer. */
const OUTAGE_RETRY_MS = 500;

export interface PollerOptions<Entry> {
  /** Takes up to so many entries of the queue under a lease. */
  lease(limit: number): Promise<Entry[]>;
  /** Works on one entry and acknowledges it; `signal` says that the process wants to stop. Must not reject. */
  work(entry: Entry, signal: AbortSignal): Promise<void>;
  /** Entries that are worked on at the same time. */
  concurrency: number;
  /** How long `stop` lets entries finish before it aborts `signal`. */
  graceMs: number;
  /** Called once when the queue stops answering, and with `null` once it answers again. */
  onOutage(error: unknown): void;
}

export interface Poller {
  /** There may be work: look now. */
  wake(): void;
  /** Takes no more entries, and resolves when those at work are finished or given back. */
  stop(): Promise<void>;
}

/** Moves entries from a queue to `work`, several at a time, until stopped. Outlives every failure of the queue. */
export function startPoller<Entry>(options: PollerOptions<Entry>): Poller {
  const atWork = new Set<Promise<void>>();
  const abort = new AbortController();
  let stopped = false;
  let woken = false;
  let endSleep: () => void = () => undefined;
  let isDown = false;

  const wake = () => {
    woken = true;
    endSleep();
  };

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const start = (entry: Entry) => {
    const working = options.work(entry, abort.signal).finally(() => {
      atWork.delete(working);
      wake();
    });
    atWork.add(working);
  };

  const leaseSome = async (limit: number): Promise<Entry[] | null> => {
    try {
      const entries = await options.lease(limit);
      if (isDown) options.onOutage(null);
      isDown = false;
      return entries;
    } catch (error) {
      if (!isDown) options.onOutage(error);
      isDown = true;
      return null;
    }
  };

  const run = async () => {
    while (!stopped) {
      woken = false;
      const free = options.concurrency - atWork.size;
      const entries = free > 0 ? await leaseSome(free) : [];
      if (entries === null) {
        // Whoever wakes us now knows nothing about the queue: its outage decides the pace.
        const until = Date.now() + OUTAGE_RETRY_MS;
        while (!stopped && Date.now() < until) await sleep(until - Date.now());
        continue;
      }
      entries.forEach(start);
      if (!stopped && entries.length < free) await new Promise((resolve) => setTimeout(resolve, PACE_MS));
      if (!woken && !stopped && entries.length < Math.max(free, 1)) await sleep(IDLE_MS);
    }
  };

  const running = run();
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
      const timer = setTimeout(() => abort.abort(), options.graceMs);
      await Promise.all(atWork);
      clearTimeout(timer);
    },
  };
}
