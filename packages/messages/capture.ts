/** The words of the customer's page, and nothing that only others read: whoever opens it waits for every byte. */
import type { Language } from '@reident/domain/browser';
import { capture as de } from './de/capture.ts';
import { capture as en } from './en/capture.ts';
import type { Messages } from './shape/messages.ts';

export { type Formats, formatsFor } from './intl/formats.ts';

export type CaptureMessages = Messages['capture'];

export const CAPTURE_MESSAGES: Readonly<Record<Language, CaptureMessages>> = { de, en };
