import { ReidentError } from '@reident/client';
import type { Exit } from './exit-codes.ts';

/** A reason to stop that the person at the shell can act on. `hint` says how. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exit: Exit;
  readonly hint: string | undefined;

  constructor(exit: Exit, message: string, hint?: string) {
    super(message);
    this.exit = exit;
    this.hint = hint;
  }
}

const CREDENTIAL_CODES = new Set(['invalid_client', 'invalid_token', 'token_required']);

/** What went wrong between us and the platform, in the terms of the shell. Anything else is a bug and stays one. */
export function toCliError(error: unknown, apiUrl: string): CliError | null {
  if (error instanceof CliError) return error;
  if (!(error instanceof ReidentError)) return null;
  const { code, id, detail } = error;
  if (code === 'no_answer')
    return new CliError('unreachable', detail, `Is Reident running at ${apiUrl}? "npm start" runs it.`);
  if (code === 'timed_out' || code === 'never_reached')
    return new CliError(code === 'timed_out' ? 'timedOut' : 'otherwise', detail);
  if (CREDENTIAL_CODES.has(code)) {
    const hint = 'Check REIDENT_CLIENT_ID and REIDENT_CLIENT_SECRET, or the data folder whose credentials are read.';
    return new CliError('credentials', `${apiUrl} refuses the credentials: ${detail}`, hint);
  }
  return new CliError('refused', error.message, id === undefined ? undefined : `Quote ${id} when you ask about it.`);
}
