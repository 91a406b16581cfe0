import { LANGUAGE_CODES, type Language } from '@reident/domain/browser';
import { CAPTURE_MESSAGES, type CaptureMessages, formatsFor } from '@reident/messages/capture';
import type { BrandTextsView } from '../../shared/protocol.ts';
import { model } from '../flow/model.ts';

/** The texts in the customer's language. Reading them in a component draws it again when the language changes. */
export function texts(): CaptureMessages {
  return CAPTURE_MESSAGES[model.value.language];
}

/** The languages that the customer may change to, each by its own name. */
export function otherLanguages(): { language: Language; name: string }[] {
  return LANGUAGE_CODES.filter((language) => language !== model.value.language).map((language) => ({
    language,
    name: CAPTURE_MESSAGES[language].languageName,
  }));
}

/** What the partner has the pages say in the customer's language; null where it says nothing of its own. */
export function brandTexts(): BrandTextsView {
  const { boot, language } = model.value;
  return boot.brand.texts[language];
}

/** A day as the customer writes it; `day` is `YYYY-MM-DD`. */
export function shownDate(day: string): string {
  return formatsFor(model.value.language).day(day);
}

/** What to say about an error of the server. */
export function errorText(code: string): string {
  const { errors, errorUnknown } = texts();
  return Object.hasOwn(errors, code) ? errors[code as keyof typeof errors] : errorUnknown;
}

/** What is wrong with a picture, and what helps. */
export function adviceFor(reason: string | null): { what: string; how: readonly string[] } {
  const { advice, adviceUnknown } = texts();
  return reason !== null && Object.hasOwn(advice, reason) ? advice[reason as keyof typeof advice] : adviceUnknown;
}
