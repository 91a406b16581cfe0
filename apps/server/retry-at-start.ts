import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, StartError } from '@reident/store';

/** A database that is busy, or comes back from a crash, has so long to answer a server that starts. */
const START_TIMEOUT_MS = 30_000;

/**
 * A step of the start that asks the database. Nobody waits for an answer yet, so what is not answered within the two
 * seconds that callers are given is asked again: the step must be one that can be repeated.
 *
 * @throws StartError when the database stays away
 */
export async function retryAtStart<T>(step: () => Promise<T>, timeoutMs = START_TIMEOUT_MS): Promise<T> {
  const giveUpAt = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      if (performance.now() > giveUpAt)
        throw new StartError('the database does not answer. Is it running, and has it room to work?', { cause: error });
      await pause(Math.min(500, timeoutMs));
    }
  }
}
