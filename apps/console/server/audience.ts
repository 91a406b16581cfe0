import { CodedError, PlatformError } from '@reident/domain';
import type { Audience } from '@reident/http';
import { ConsoleError, type ConsoleErrorCode, sentenceOf } from './console-error.ts';

/** The console's page: one code, which it translates, and a sentence for logs and for `curl`. */
export const CONSOLE: Audience = {
  wordsFor: (error) => (error instanceof ConsoleError || error instanceof PlatformError ? error : null),
  invalid: ({ place }) => [new ConsoleError(place === 'params' ? 'model_not_found' : 'malformed')],
  // Broken JSON, a body too large, an unknown media type: one code, and the status says which.
  refused: ({ status }) => coded('malformed', status),
  bug: (id) => coded('internal', 500, `Something went wrong; the log has it under ${id}.`),
  body: ([told]) => ({ error: { code: told?.error.code, message: told?.error.message } }),
};

function coded(code: ConsoleErrorCode, status: number, message: string = sentenceOf(code)) {
  return new CodedError(code, { status, title: sentenceOf(code) }, message);
}
