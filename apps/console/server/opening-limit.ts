import { ConsoleError } from './console-error.ts';

const MOST_PER_MINUTE = 30;

/**
 * Holds up whoever opens more cases and pictures than a person can look at [CON-6].
 *
 * Counted per process: it slows a leak down and makes it heard; the audit log is what remembers.
 */
export class OpeningLimit {
  readonly #openings = new Map<string, number[]>();
  readonly #onExceeded: (operatorId: string) => void;

  constructor(onExceeded: (operatorId: string) => void) {
    this.#onExceeded = onExceeded;
  }

  /** @throws ConsoleError `too_many_openings` */
  count(operatorId: string, now = Date.now()): void {
    const recent = (this.#openings.get(operatorId) ?? []).filter((at) => at > now - 60_000);
    if (recent.length >= MOST_PER_MINUTE) {
      this.#onExceeded(operatorId);
      throw new ConsoleError('too_many_openings');
    }
    this.#openings.set(operatorId, [...recent, now]);
  }
}
