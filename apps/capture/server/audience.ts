import { CodedError, LANGUAGE_CODES } from '@reident/domain';
import type { Audience } from '@reident/http';
import { type Messages, messages } from '@reident/messages';
import { CaptureError, type CaptureErrorCode } from '@reident/platform';
import { DatabaseUnavailable } from '@reident/store';
import type { CaptureErrorBody } from '../shared/protocol.ts';

/** What the HTTP server itself says no to, in the capture's words. */
// biome-ignore format: a table
const CODE_BY_STATUS: Readonly<Record<number, CaptureErrorCode>> = {
  400: 'bad_request',
  413: 'picture_too_large',
  415: 'bad_request',
};

/** So long after an outage the page asks again. */
const RETRY_AFTER_SECONDS = 30;

/** The calls of the page: a code and nothing else. What the customer reads is the page's own table. */
export const CAPTURE_PAGE: Audience = {
  wordsFor(error) {
    if (error instanceof CaptureError) return error;
    if (error instanceof DatabaseUnavailable) return coded('unavailable', error.status, RETRY_AFTER_SECONDS);
    return coded('closed', error.status);
  },
  invalid: () => [new CaptureError('bad_request')],
  refused({ status }) {
    const code = CODE_BY_STATUS[status];
    return code === undefined ? null : coded(code, status);
  },
  bug: () => coded('internal', 500),
  body: ([told]): CaptureErrorBody => ({ error: { code: told?.error.code ?? 'internal' } }),
};

/** Somebody who opened an address: one plain sentence, in every language. */
export const VISITOR: Audience = {
  ...CAPTURE_PAGE,
  contentType: 'text/plain; charset=utf-8',
  headers: (status) => ({ 'cache-control': 'no-store', ...(status === 429 && { 'retry-after': '60' }) }),
  body: ([told]) => plainWords(told?.error.status === 429 ? 'tooManyTries' : 'openAgain'),
};

/** For a visitor whom no page can be shown. */
export function plainWords(which: keyof Messages['server']['plain']): string {
  return LANGUAGE_CODES.map((language) => `${messages(language).server.plain[which]}\n`).join('');
}

function coded(code: CaptureErrorCode | 'unavailable' | 'internal', status: number, retryAfterSeconds?: number) {
  return new CodedError(code, { status, title: code }, code, { retryAfterSeconds });
}
