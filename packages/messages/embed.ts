/** The words of the script in partners' pages, which is to stay tiny. */
import type { Language } from '@reident/domain/browser';
import { embed as de } from './de/embed.ts';
import { embed as en } from './en/embed.ts';
import type { Messages } from './shape/messages.ts';

export const EMBED_MESSAGES: Readonly<Record<Language, Messages['embed']>> = { de, en };
