import { PlatformError } from '@reident/domain';

/** Why the program cannot start. The message is one line, fit to print as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The database cannot be reached right now. Nothing was changed, or nobody knows; every audience is told to come back [REL-5]. */
export class DatabaseUnavailable extends PlatformError {
  override readonly name = 'DatabaseUnavailable';
  override readonly message = 'the database cannot be reached';

  constructor(cause: unknown) {
    super('service_unavailable', 'Try again in a moment', { cause, retryAfterSeconds: 2 });
  }
}

/** The work was given to someone else because it took longer than its lease. Whatever was done must not be saved [REL-4]. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor(what: string, id: string) {
    super(`the lease of ${what} ${id} has ended`);
  }
}

/** Ciphertext that does not open: altered, moved to another row, or sealed under a key that was destroyed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
