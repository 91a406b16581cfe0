import type { Language } from '@reident/domain/browser';

/** The region whose habits a language follows for days and figures. */
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** Days, times and figures as people write them. */
export interface Formats {
  /** @param value  `YYYY-MM-DD` */
  day(value: string): string;
  /** @param code  ISO 3166-1, two letters; what is none stays as it is */
  country(code: string): string;
  language(code: Language): string;
  /** By the clock of the reader, or of `timeZone`. */
  dateTime(at: Date | string, timeZone?: string): string;
  /** With at most three digits after the point, unless told otherwise. */
  number(value: number, digits?: number): string;
  /** @param share  0 to 1 */
  percent(share: number, digits?: number): string;
}

export function formatsFor(language: Language): Formats {
  const locale = LOCALES[language];
  const country = (code: string) =>
    new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
  const number = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { useGrouping: false, ...options }).format(value);
  return {
    day: (value) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value)),
    dateTime: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(at)),
    language: (code) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    country: (code) => (/^[A-Z]{2}$/.test(code) ? country(code) : code),
    number: (value, digits = 3) => number(value, { maximumFractionDigits: digits }),
    percent: (share, digits = 0) => number(share, { style: 'percent', maximumFractionDigits: digits }),
  };
}
