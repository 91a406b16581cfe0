import type { BrandTextsView, PageLanguage } from '../../shared/protocol.ts';
import { model } from '../flow/model.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';

export const DICTIONARIES: Readonly<Record<PageLanguage, Texts>> = { de, en };

/** The texts in the customer's language. Reading them in a component draws it again when the language changes. */
export function texts(): Texts {
  return DICTIONARIES[model.value.language];
}

/** What the partner has the pages say in the customer's language; null where it says nothing of its own. */
export function brandTexts(): BrandTextsView {
  const { boot, language } = model.value;
  return boot.brand.texts[language];
}

/** A day as the customer writes it; `day` is `YYYY-MM-DD`. */
export function shownDate(day: string): string {
  const { format } = new Intl.DateTimeFormat(LOCALE[model.value.language], { dateStyle: 'medium', timeZone: 'UTC' });
  return format(new Date(day));
}

const LOCALE: Readonly<Record<PageLanguage, string>> = { de: 'de-DE', en: 'en-GB' };

/** What to say about an error of the server. */
export function errorText(code: string): string {
  return texts().errors[code] ?? texts().errorUnknown;
}

/** What is wrong with a picture, and what helps. */
export function adviceFor(reason: string | null): { what: string; how: readonly string[] } {
  return (reason === null ? undefined : texts().advice[reason]) ?? texts().adviceUnknown;
}
