import { ERRORS, type ErrorCode } from './errors.ts';

/**
 * An error that the caller can act on. Anything else that is thrown is a bug.
 *
 * `detail` is a sentence for the caller. It names fields, rules and ids, never values.
 * `field` and `fieldMessage` become `source` of the answer when a single attribute is to blame.
 */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
  readonly fieldMessage?: string;
  /** Becomes the header `Retry-After`. */
  readonly retryAfterSeconds?: number;

  constructor(code: ErrorCode, detail: string, options: PlatformErrorOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    const { status, title } = ERRORS[code];
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.field = options.field;
    this.fieldMessage = options.message;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

export interface PlatformErrorOptions {
  field?: string;
  /** What is wrong with the field, without its name: *is too long (maximum is 50 characters)*. */
  message?: string;
  cause?: unknown;
  retryAfterSeconds?: number;
}
