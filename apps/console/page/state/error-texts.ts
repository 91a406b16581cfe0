import type { ValidationDetails, ValidationError } from '@reident/domain/tenant-settings';
import { RequestFailed } from './api.ts';
import { texts } from './texts.ts';

/** What an error of the server says in the language of the page. It goes by the code; the server's own sentence is English. */
export function errorText(error: unknown): string {
  const { errors } = texts.value;
  const code = error instanceof RequestFailed ? error.code : 'internal';
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : errors.internal;
}

/** What is wrong with the value of a setting, or with one part of it. */
export function validationErrorText(error: ValidationError): string {
  const { validation, exits } = texts.value.settings;
  const sentence = validation[error.code] as (details: ValidationDetails<typeof error.code>) => string;
  const exit = error.part === 'success' || error.part === 'failure' ? `${exits[error.part]}: ` : '';
  return exit + sentence(error);
}
