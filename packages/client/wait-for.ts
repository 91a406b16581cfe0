import { ReidentError } from './reident-error.ts';
import { sleep } from './retry.ts';
import type { Identification, IdentStatus } from './types.ts';

/** Nothing happens any more, whatever the customer does. */
const FINAL: ReadonlySet<IdentStatus> = new Set(['failed', 'expired']);

/** An attempt has ended. `canceled` and `aborted` may be tried again, `successful` may still be reviewed. */
export const ENDED: readonly IdentStatus[] = ['successful', 'canceled', 'aborted', 'failed', 'expired'];

export interface WaitOptions {
  timeoutSeconds?: number;
  /** Between two questions. A webhook tells you without asking. */
  intervalSeconds?: number;
  /** Called with the first state and with every change of status. */
  onChange?: (identification: Identification) => void;
  signal?: AbortSignal;
}

/**
 * Asks until the identification is in one of the statuses.
 *
 * @throws ReidentError `timed_out` when the time is over, `never_reached` when it has ended in another status for good
 */
export async function waitFor(
  read: () => Promise<Identification>,
  statuses: readonly IdentStatus[] = ENDED,
  { timeoutSeconds = 900, intervalSeconds = 1, onChange, signal }: WaitOptions = {},
): Promise<Identification> {
  const wanted = `${statuses.join(', ')}`;
  const endsAtMs = Date.now() + timeoutSeconds * 1000;
  let last: IdentStatus | undefined;
  while (true) {
    const identification = await read();
    const { id, status } = identification;
    if (status !== last) onChange?.(identification);
    last = status;
    if (statuses.includes(status)) return identification;
    if (FINAL.has(status)) {
      const detail = `Identification ${id} is ${status} and will never be ${wanted}`;
      throw new ReidentError({ code: 'never_reached', detail });
    }
    const leftSeconds = (endsAtMs - Date.now()) / 1000;
    if (leftSeconds <= 0) {
      const detail = `Identification ${id} is still ${status} after ${timeoutSeconds} s, not ${wanted}`;
      throw new ReidentError({ code: 'timed_out', detail });
    }
    await sleep(Math.min(intervalSeconds, leftSeconds), signal);
  }
}
