/** The words of the console's page. */
import type { Language } from '@reident/domain/browser';
import { de, en } from './languages.ts';
import type { Messages } from './shape/messages.ts';

export { type Formats, formatsFor } from './intl/formats.ts';
export { preferredLanguage } from './intl/preferred-language.ts';
export { type ObservedLine, observedLines } from './observed-lines.ts';

/** The rooms that the console shows. */
export type ConsoleMessages = Pick<
  Messages,
  'branding' | 'checks' | 'console' | 'errors' | 'funnel' | 'observed' | 'reasons' | 'rekyc' | 'settings' | 'terms'
>;

export const CONSOLE_MESSAGES: Readonly<Record<Language, ConsoleMessages>> = {
  de: {
    branding: de.branding,
    checks: de.checks,
    console: de.console,
    errors: de.errors,
    funnel: de.funnel,
    observed: de.observed,
    reasons: de.reasons,
    rekyc: de.rekyc,
    settings: de.settings,
    terms: de.terms,
  },
  en: {
    branding: en.branding,
    checks: en.checks,
    console: en.console,
    errors: en.errors,
    funnel: en.funnel,
    observed: en.observed,
    reasons: en.reasons,
    rekyc: en.rekyc,
    settings: en.settings,
    terms: en.terms,
  },
};
