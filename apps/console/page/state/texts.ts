import { computed, signal } from '@preact/signals';
import { de } from '../words/de.ts';
import { en, type Texts } from '../words/en.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const TEXTS: Record<Language, Texts> = { en, de };

export const language = signal<Language>(navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en');

/** The page's words in the language of the moment; reading it in a component redraws the component when that changes. */
export const texts = computed(() => TEXTS[language.value]);
