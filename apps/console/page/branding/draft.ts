import { computed, signal } from '@preact/signals';
import { LANGUAGE_CODES, type Language } from '@reident/domain/browser';
import {
  BRAND_TEXTS,
  type Branding,
  type BrandTexts,
  brandingErrors,
  type ValidationError,
} from '@reident/domain/tenant-settings';

/** What stands in the form: a field that is left empty is `''`, and a colour may be half typed. */
export interface Draft {
  name: string;
  logo: string | null;
  accent: string;
  bar: string;
  texts: Record<Language, Record<keyof BrandTexts, string>>;
}

export const BRAND_FIELDS = Object.keys(BRAND_TEXTS) as (keyof BrandTexts)[];

/** The form outlives its page, so a look at the settings loses nothing. Null before the settings were read. */
const form = signal<{ draft: Draft; past: { draft: Draft; field: string }[] } | null>(null);

export const draft = computed(() => form.value?.draft ?? null);
export const canUndo = computed(() => (form.value?.past.length ?? 0) > 0);

/** Begins with what holds, unless something is being written already. */
export function beginDraft(saved: Branding): void {
  if (form.value === null) form.value = { draft: toDraft(saved), past: [] };
}

/** Many letters in one field are one step to take back. */
export function changeDraft(field: string, change: (before: Draft) => Draft): void {
  const now = form.value;
  if (now === null) return;
  const goesOn = now.past.at(-1)?.field === field && isText(field);
  form.value = {
    draft: change(now.draft),
    past: goesOn ? now.past : [...now.past, { draft: now.draft, field }],
  };
}

export function undoDraft(): void {
  const before = form.value?.past.at(-1);
  if (form.value !== null && before !== undefined)
    form.value = { draft: before.draft, past: form.value.past.slice(0, -1) };
}

export function discardDraft(saved: Branding): void {
  changeDraft('everything', () => toDraft(saved));
}

/** Another branding holds now: a form in which nothing was changed shows that one. */
export function followSaved(before: Branding, after: Branding): void {
  if (form.value !== null && isSame(toBranding(form.value.draft), before) && !isSame(before, after))
    form.value = { draft: toDraft(after), past: [] };
}

function isText(field: string): boolean {
  return field !== 'everything' && field !== 'logo' && !field.endsWith('nearest');
}

export function toDraft({ name, logo, accent, bar, texts }: Branding): Draft {
  const words = (language: Language) =>
    Object.fromEntries(BRAND_FIELDS.map((field) => [field, texts[language][field] ?? ''])) as Draft['texts'][Language];
  return { name: name ?? '', logo, accent, bar, texts: inEachLanguage(words) };
}

export function toBranding({ name, logo, accent, bar, texts }: Draft): Branding {
  const words = (language: Language) =>
    Object.fromEntries(BRAND_FIELDS.map((field) => [field, orNull(texts[language][field])])) as unknown as BrandTexts;
  return {
    name: orNull(name),
    logo,
    accent: toColour(accent),
    bar: toColour(bar),
    texts: inEachLanguage(words),
  };
}

/** Validation errors by the part that they are about, such as `texts.de.termsUrl`. */
export function mistakesIn(branding: Branding): Map<string, ValidationError> {
  return new Map(brandingErrors(branding).map((error) => [error.part ?? '', error]));
}

/** Of the control for a part such as `texts.de.termsUrl`. */
export function idOf(field: string): string {
  return field.replaceAll('.', '-');
}

export function isSame(one: Branding, other: Branding): boolean {
  return JSON.stringify(toBranding(toDraft(one))) === JSON.stringify(toBranding(toDraft(other)));
}

/** As people write colours: with or without `#`, upper case, three digits. Anything else stays as it is. */
export function toColour(written: string): string {
  const digits = written.trim().toLowerCase().replace(/^#/, '');
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${[...digits].map((digit) => digit + digit).join('')}`;
  return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : written.trim();
}

function inEachLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGE_CODES.map((language) => [language, make(language)])) as Record<Language, T>;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
