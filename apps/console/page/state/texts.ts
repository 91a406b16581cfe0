import { computed, signal } from '@preact/signals';
import { LANGUAGE_CODES, type Language } from '@reident/domain/browser';
import { CONSOLE_MESSAGES, formatsFor, preferredLanguage } from '@reident/messages/console';

export const LANGUAGES = LANGUAGE_CODES;

export const language = signal<Language>(preferredLanguage(navigator.languages.join(), 'en'));

/** The page's words in the language of the moment; reading it in a component redraws the component when that changes. */
export const texts = computed(() => CONSOLE_MESSAGES[language.value]);

/** How that language writes days and figures. */
export const formats = computed(() => formatsFor(language.value));

/** A word of a table by a key that the server names; a key of another version, for which there is none, stands for itself. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? words[key]! : key;
}
