import { ERRORS, type ErrorCode } from './errors.ts';

/** What a row of any table of errors says: the HTTP status, and a few words for people. */
export interface ErrorWords {
  status: number;
  title: string;
}

/**
 * An error that whoever is answered can act on, by its code. Anything else that is thrown is a bug.
 *
 * The codes are rows of a table: `ERRORS` for the platform and its partner API; the customer's page and the console have tables
 * of their own. `detail` is a sentence for the caller. It names fields, rules and ids, never values.
 * `field` and `fieldMessage` are given when a single attribute is to blame.
 */
export class CodedError<Code extends string = string> extends Error {
  override readonly name: string = 'CodedError';
  readonly code: Code;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
  readonly fieldMessage?: string;
  /** Becomes the header `Retry-After`. */
  readonly retryAfterSeconds?: number;

  constructor(code: Code, { status, title }: ErrorWords, detail: string, options: CodedErrorOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.field = options.field;
    this.fieldMessage = options.message;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** An error of the platform: what the partner API answers in its own words, and every other audience in theirs. */
export class PlatformError extends CodedError<ErrorCode> {
  override readonly name: string = 'PlatformError';

  constructor(code: ErrorCode, detail: string, options: CodedErrorOptions = {}) {
    super(code, ERRORS[code], detail, options);
  }
}

export interface CodedErrorOptions {
  field?: string;
  /** What is wrong with the field, without its name: *is too long (maximum is 50 characters)*. */
  message?: string;
  cause?: unknown;
  retryAfterSeconds?: number;
}
