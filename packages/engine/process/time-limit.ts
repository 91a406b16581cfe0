import { readFile } from 'node:fs/promises';

/** A process that gets less of the processor than it could use may take so many times as long, and no longer: it may also hang. */
const BUSY_FACTOR = 3;

export interface TimeLimit {
  clear(): void;
}

/**
 * Calls `end` when a process has had its seconds: of the processor, where the system tells, so that a busy machine does not
 * look like a bad picture; and by the clock at the latest after `BUSY_FACTOR` times as many.
 */
export function limitTime(pid: number | undefined, seconds: number, end: () => void): TimeLimit {
  const latest = performance.now() + seconds * BUSY_FACTOR * 1000;
  const atStart = processorSeconds(pid);
  let cleared = false;
  let timer = setTimeout(check, seconds * 1000);
  async function check(): Promise<void> {
    const [before, now] = [await atStart, await processorSeconds(pid)];
    if (cleared) return;
    const left = before === null || now === null ? 0 : seconds - (now - before);
    if (left <= 0 || performance.now() >= latest) return end();
    timer = setTimeout(check, Math.min(Math.max(left * 1000, 10), latest - performance.now()));
  }
  return {
    clear() {
      cleared = true;
      clearTimeout(timer);
    },
  };
}

/** A hundredth of a second on every Linux, whatever the kernel counts in. */
const TICKS_PER_SECOND = 100;

/** User and system time of a process with all its threads; null where the system does not tell (it does on Linux). */
async function processorSeconds(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in brackets may hold anything; user and system time are the 14th and 15th field, the 12th and 13th after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
