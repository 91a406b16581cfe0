import { CodedError, PlatformError } from '@reident/domain';
import type { Audience } from '@reident/http';

/** The shell beside the installation: the platform's code, and a sentence that is printed as it is. */
export const ADMIN: Audience = {
  wordsFor: (error) => error,
  invalid: ({ issues: [issue] }) => {
    const [field, message] = [issue?.path.join('.') ?? '', issue?.message ?? ''];
    return [new PlatformError('invalid_model', `${field} ${message}`, { field, message })];
  },
  refused: ({ status }) => internal(status),
  bug: () => internal(500),
  body: ([told]) => ({ error: { code: told?.error.code, message: told?.error.message } }),
};

function internal(status: number): CodedError {
  return new CodedError('internal', { status, title: 'Internal' }, 'That did not work; the log of the server says why');
}
