import { complaintInGerman } from '@reident/domain/tenant-settings';
import { fieldOf } from '../settings/setting-values.ts';
import { RequestRefused } from '../state/api.ts';
import { language, texts } from '../state/texts.ts';

/** What a refusal of the server says in the language of the page. It goes by the code; the server's own sentence is English. */
export function refusalText(error: unknown): string {
  const { errors } = texts.value;
  if (!(error instanceof RequestRefused)) return errors.internal ?? '';
  if (error.code === 'invalid_model') return sentenceAbout(error.message);
  return errors[error.code] ?? errors.internal ?? error.code;
}

/** What is wrong with the value of a setting. @param complaint  the end of a sentence that begins with the name */
export function complaintText(name: string, complaint: string): string {
  return language.value === 'en' ? `${name} ${complaint}` : inGerman(name, complaint);
}

/** The server begins with the name of the setting, and goes on as the rule does. */
function sentenceAbout(message: string): string {
  const [name = ''] = message.split(' ', 1);
  return complaintText(name, message.slice(name.length + 1));
}

function inGerman(name: string, complaint: string): string {
  const { settings } = texts.value;
  const [, exit, rest] = /^(success|failure) (.*)$/.exec(complaint) ?? [null, null, complaint];
  const known = complaintInGerman(rest ?? complaint);
  if (known !== null) return exit ? `${settings.exits[exit as 'success' | 'failure']}: ${known}` : known;
  const field = fieldOf(name);
  return field?.kind === 'number'
    ? `${settings.hints.number(field.least, field.most)} ${settings.wholeNumber}`
    : settings.wrong;
}
