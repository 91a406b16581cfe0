import { CaptureError } from '@reident/platform';

/** What the page sent, field by field; everything that is not what it should be is one error. */
export class Fields {
  readonly #body: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new CaptureError('bad_request');
    this.#body = body as Record<string, unknown>;
  }

  text(name: string, maxLength = 200): string {
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
    if (typeof value !== 'string' || value.length > maxLength) throw new CaptureError('bad_request');
    return value;
  }

  matching(name: string, pattern: RegExp): string {
    const value = this.text(name);
    if (!pattern.test(value)) throw new CaptureError('bad_request');
    return value;
  }

  /** A whole number from 1. */
  whole(name: string): number {
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) throw new CaptureError('bad_request');
    return value;
  }

  /** A number from 0; null where the page sent none. */
  number(name: string): number | null {
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
    if (value === undefined) return null;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new CaptureError('bad_request');
    return value;
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const value = this.text(name);
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) throw new CaptureError('bad_request');
    return known;
  }

  /** Text by key, at most ten of them. */
  texts(name: string): Record<string, string> {
    const value = Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
    if (typeof value !== 'object' || value === null) throw new CaptureError('bad_request');
    const entries = Object.entries(value);
    if (entries.length > 10) throw new CaptureError('bad_request');
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }
}
