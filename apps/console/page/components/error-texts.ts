import { validationErrorInGerman } from '@reident/domain/tenant-settings';
import { fieldOf } from '../settings/setting-values.ts';
import { RequestFailed } from '../state/api.ts';
import { language, texts } from '../state/texts.ts';

/** What an error of the server says in the language of the page. It goes by the code; the server's own sentence is English. */
export function errorText(error: unknown): string {
  const { errors } = texts.value;
  if (!(error instanceof RequestFailed)) return errors.internal ?? '';
  if (error.code === 'invalid_model') return sentenceAbout(error.message);
  return errors[error.code] ?? errors.internal ?? error.code;
}

/** What is wrong with the value of a setting. @param validationError  the end of a sentence that begins with the name */
export function validationErrorText(name: string, validationError: string): string {
  return language.value === 'en' ? `${name} ${validationError}` : inGerman(name, validationError);
}

/** The server begins with the name of the setting, and goes on as the rule does. */
function sentenceAbout(message: string): string {
  const [name = ''] = message.split(' ', 1);
  return validationErrorText(name, message.slice(name.length + 1));
}

function inGerman(name: string, validationError: string): string {
  const { settings } = texts.value;
  const [, exit, rest] = /^(success|failure) (.*)$/.exec(validationError) ?? [null, null, validationError];
  const known = validationErrorInGerman(rest ?? validationError);
  if (known !== null) return exit ? `${settings.exits[exit as 'success' | 'failure']}: ${known}` : known;
  const field = fieldOf(name);
  return field?.kind === 'number'
    ? `${settings.hints.number(field.least, field.most)} ${settings.wholeNumber}`
    : settings.wrong;
}
