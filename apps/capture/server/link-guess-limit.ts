import type { RateLimits } from '@reident/http';
import { CaptureError } from '@reident/platform';

/**
 * Wrong links, references and codes: from one address, and from everywhere together [CAP-1, CAP-2].
 * Right answers are never counted, so a customer who reloads is not locked out.
 */
export interface Guesses {
  /** @throws CaptureError `too_many_tries` for an address that has had its guesses for the minute */
  assertLeft(address: string): Promise<void>;
  /** @throws CaptureError `too_many_tries` where this one is one too many */
  count(address: string): Promise<void>;
  /** The same for a guess that is answered anyway. */
  countMiss(address: string): Promise<void>;
}

export function guessesOf({ capture_guesses: perAddress, capture_guesses_in_all: inAll }: RateLimits): Guesses {
  /** An address that has had its own takes none of those that are left to everybody. */
  const countOne = async (address: string) => (await perAddress.count(address)) || (await inAll.count(EVERYBODY));
  return {
    async assertLeft(address) {
      const waits = await Promise.all([perAddress.waitSeconds(address), inAll.waitSeconds(EVERYBODY)]);
      if (waits.some((seconds) => seconds > 0)) throw new CaptureError('too_many_tries');
    },
    async count(address) {
      if ((await countOne(address)) > 0) throw new CaptureError('too_many_tries');
    },
    async countMiss(address) {
      await countOne(address);
    },
  };
}

const EVERYBODY = 'everybody';
