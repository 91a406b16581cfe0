import type { Certainty } from './certainty.ts';

/** The languages of an AutoIdent session. Upper case, and case matters. */
// biome-ignore format: a table
export const LANGUAGES = [
  // code  name       certainty    source
  ['DE',  'Deutsch', 'published', 'guide, create identification'],
  ['EN',  'English', 'published', 'guide, create identification'],
] as const satisfies readonly (readonly [code: string, name: string, Certainty, source: string])[];

export type Language = (typeof LANGUAGES)[number][0];

export const LANGUAGE_CODES: readonly Language[] = LANGUAGES.map(([code]) => code);

export function isLanguage(value: unknown): value is Language {
  return LANGUAGE_CODES.some((language) => language === value);
}
