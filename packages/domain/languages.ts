import type { Certainty } from './certainty.ts';

/**
 * The languages in which people are spoken to. Inside, a language is its BCP 47 code; the API, and the database behind it, spell it
 * in the published way, where case matters. `toLanguage` and `toPublishedLanguage` are the only places where the two meet.
 */
// biome-ignore format: a table
export const LANGUAGES = [
  // code  published  name       certainty    source
  ['de',   'DE',      'Deutsch', 'published', 'guide, create identification'],
  ['en',   'EN',      'English', 'published', 'guide, create identification'],
] as const satisfies readonly (readonly [code: string, published: string, name: string, Certainty, source: string])[];

export type Language = (typeof LANGUAGES)[number][0];
export type PublishedLanguage = (typeof LANGUAGES)[number][1];

export const LANGUAGE_CODES: readonly Language[] = LANGUAGES.map(([code]) => code);
export const PUBLISHED_LANGUAGES: readonly PublishedLanguage[] = LANGUAGES.map(([, published]) => published);

export function isLanguage(value: unknown): value is Language {
  return LANGUAGE_CODES.some((language) => language === value);
}

export function toLanguage(published: PublishedLanguage): Language {
  return LANGUAGES.find(([, spelling]) => spelling === published)![0];
}

export function toPublishedLanguage(language: Language): PublishedLanguage {
  return LANGUAGES.find(([code]) => code === language)![1];
}
