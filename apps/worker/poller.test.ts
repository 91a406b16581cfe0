import { describe, expect, it, vi } from 'vitest';
import { startPoller } from './poller.ts';

/** Busy machines are slow; what is awaited here comes, or it never does. */
const POLLING = { timeout: 180_000 };

const quiet = { graceMs: 1_000, onOutage: () => undefined };

/** A queue in memory. */
function queueOf(entries: number[]) {
  const left = [...entries];
  return { left, lease: async (limit: number) => left.splice(0, limit) };
}

describe('a poller', () => {
  it('works on everything, never on more entries at a time than allowed', async () => {
    const queue = queueOf(Array.from({ length: 50 }, (_, index) => index));
    const done: number[] = [];
    let atWork = 0;
    let most = 0;
    const poller = startPoller({
      ...quiet,
      lease: queue.lease,
      concurrency: 7,
      work: async (entry: number) => {
        atWork += 1;
        most = Math.max(most, atWork);
        await new Promise((resolve) => setTimeout(resolve, 2));
        atWork -= 1;
        done.push(entry);
      },
    });
    await expect.poll(() => done.length, POLLING).toBe(50);
    await poller.stop();
    expect(most).toBe(7);
    expect(new Set(done).size).toBe(50);
  });

  it('looks again by itself when nobody wakes it', async () => {
    const queue = queueOf([]);
    const done: number[] = [];
    const poller = startPoller({
      ...quiet,
      lease: queue.lease,
      concurrency: 1,
      work: async (entry: number) => void done.push(entry),
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    queue.left.push(1);
    await expect.poll(() => done, POLLING).toEqual([1]);
    await poller.stop();
  });

  it('does not miss a call that comes while it looks', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const answers: (() => void)[] = [];
      const lease = () => new Promise<number[]>((resolve) => answers.push(() => resolve([])));
      const poller = startPoller({ ...quiet, lease, concurrency: 1, work: async () => undefined });
      expect(answers).toHaveLength(1);
      poller.wake();
      answers[0]?.();
      await vi.advanceTimersByTimeAsync(100);
      expect(answers).toHaveLength(2);
      answers[1]?.();
      await vi.advanceTimersByTimeAsync(100);
      expect(answers).toHaveLength(2);
      await poller.stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('outlives a queue that cannot answer, and reports the outage once and its end once [REL-5]', async () => {
    const reports: unknown[] = [];
    const done: number[] = [];
    const queue = queueOf([1]);
    let failures = 2;
    const poller = startPoller({
      ...quiet,
      onOutage: (error) => reports.push(error),
      concurrency: 1,
      lease: async (limit) => {
        if (failures-- > 0) throw new Error('gone');
        return queue.lease(limit);
      },
      work: async (entry: number) => void done.push(entry),
    });
    await expect.poll(() => done, POLLING).toEqual([1]);
    await poller.stop();
    expect(reports).toEqual([expect.objectContaining({ message: 'gone' }), null]);
  });

  it('lets what is at work finish when it stops, and takes nothing new', async () => {
    const queue = queueOf([1, 2]);
    const done: number[] = [];
    let finish: (() => void) | undefined;
    const poller = startPoller({
      ...quiet,
      lease: queue.lease,
      concurrency: 1,
      work: async (entry: number) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        done.push(entry);
      },
    });
    await expect.poll(() => finish, POLLING).toBeDefined();
    expect(queue.left).toEqual([2]);
    const stopped = poller.stop();
    finish?.();
    await stopped;
    expect(done).toEqual([1]);
    expect(queue.left).toEqual([2]);
  });

  it('asks what does not finish in time to give up', async () => {
    let asked: boolean | undefined;
    const poller = startPoller({
      ...quiet,
      graceMs: 20,
      lease: queueOf([1]).lease,
      concurrency: 1,
      work: (_entry: number, signal) => {
        asked = false;
        return new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => {
            asked = true;
            resolve();
          }),
        );
      },
    });
    await expect.poll(() => asked, POLLING).toBe(false);
    await expect(poller.stop()).resolves.toBeUndefined();
    expect(asked).toBe(true);
  });
});
