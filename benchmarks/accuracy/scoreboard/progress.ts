/** Says every so often how far a long run has come and, once that can be told, how long it will go on. */
export interface Progress {
  /** One more is done. What an earlier run had done already takes no time, and so tells nothing about the rest. */
  next(fresh?: boolean): void;
}

/**
 * @param total  how many there will be
 * @param what  their name, in the plural
 * @param now  milliseconds
 */
export function showProgress(
  total: number,
  what: string,
  say: (line: string) => void = console.log,
  now: () => number = () => performance.now(),
): Progress {
  const [startedAt, everyMs] = [now(), 10_000];
  let [done, measured, saidAt] = [0, 0, startedAt];
  return {
    next(fresh = true) {
      done += 1;
      if (fresh) measured += 1;
      if (done < total && now() - saidAt < everyMs) return;
      saidAt = now();
      const minutes = Math.ceil((((now() - startedAt) / Math.max(1, measured)) * (total - done)) / 60_000);
      const left =
        done < total && measured > 0 ? `, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left` : '';
      say(`${done} of ${total} ${what} (${Math.floor((100 * done) / total)} %)${left}`);
    },
  };
}
