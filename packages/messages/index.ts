/** Every word that people read. Servers take it from here; each page has a door of its own, with the rooms it needs. */
import type { Language } from '@reident/domain/browser';
import { de, en } from './languages.ts';
import type { Messages } from './shape/messages.ts';

export { type Formats, formatsFor } from './intl/formats.ts';
export { preferredLanguage } from './intl/preferred-language.ts';
export { type ObservedLine, observedLines } from './observed-lines.ts';
export type { Messages } from './shape/messages.ts';

export const MESSAGES: Readonly<Record<Language, Messages>> = { de, en };

export function messages(language: Language): Messages {
  return MESSAGES[language];
}
